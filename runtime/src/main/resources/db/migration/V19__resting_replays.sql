-- Whether a replay leaves the machine to who uses the app: then it is slow, and somebody will ask why.
alter table read_model.generation add column resting boolean not null default false;

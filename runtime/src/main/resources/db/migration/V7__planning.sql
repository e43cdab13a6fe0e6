-- Read models of planning: how a budget is kept, what was moved in it, what was spent by day, category and merchant.
create table read_model.settings (like read_model.profile including all) with (fillfactor = 70);
create table read_model.analytics (like read_model.profile including all) with (fillfactor = 70);
create table read_model.redistribution (like read_model.profile including all);

create index redistribution_newest on read_model.redistribution (generation, user_id, sort_at desc, key desc);

-- The personal-data master key can be changed: docs/operate.md, "Rotating keys".

-- Every master key that something here was ever sealed with, by its fingerprint; never a key. The one that was taken up
-- last seals whatever is new, on every node.
create table personal_data.master_key (
    id           text        primary key,
    known_since  timestamptz not null default clock_timestamp(),
    taken_up_at  timestamptz not null default clock_timestamp()
);

-- What a value rests on; null: the master key that has been known for the longest.
alter table personal_data.user_key add column master_key text;
alter table identity.signing_key add column master_key text;
alter table identity.outbox_mail add column master_key text;

create index user_key_of_master_key on personal_data.user_key (master_key) where wrapped is not null;

-- Keys of keyed hashes, sealed. Another key would make other hashes, and nobody would find by them what was stored before.
create table identity.lookup_key (
    purpose    text  primary key,
    sealed     bytea not null,
    master_key text  not null
);

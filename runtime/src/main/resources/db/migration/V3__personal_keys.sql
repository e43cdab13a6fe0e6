-- A user's key for their personal text, wrapped with the services' master key. The row outlives the key as a
-- tombstone, so that a key once deleted is never made again.
create table personal_data.user_key (
    user_id    uuid primary key,
    wrapped    bytea,
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    check ((wrapped is null) = (deleted_at is not null))
);

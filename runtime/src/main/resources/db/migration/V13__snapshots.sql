-- What decisions know of a boundary, as of a position, so that a process that has just started need not read a long
-- history. Each can be made again from the events: position is that of the last one folded into state.
create table event_store.snapshot (
    tag      text not null,
    kind     text not null,
    user_id  uuid not null,
    -- of the state's form and of the fold that made it: another version's is not read
    version  integer not null,
    position bigint not null,
    state    json not null,
    primary key (tag, kind)
) with (fillfactor = 70);

create index snapshot_user on event_store.snapshot (user_id);

grant select, insert, update, delete on event_store.snapshot to ${app_role};

-- A deleted account leaves none; who saves one holds the key's row meanwhile.
create function event_store.forget_snapshots() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    delete from event_store.snapshot where user_id = new.user_id;
    return null;
end
$$;

create trigger snapshots_go_with_the_key after update on personal_data.user_key
for each row when (old.deleted_at is null and new.deleted_at is not null)
execute function event_store.forget_snapshots();

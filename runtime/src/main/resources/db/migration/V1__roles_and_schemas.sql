-- The services' role, the schemas, and who may do what in them. The role that migrates owns everything.
-- Roles belong to the whole cluster: another database of it may be creating or altering the same one right now.
do $$
begin
    for attempt in 1..20 loop
        begin
            if not exists (select from pg_roles where rolname = '${app_role}') then
                create role ${app_role};
            end if;
            alter role ${app_role} with login password '${app_password}';
            return;
        exception when duplicate_object or unique_violation or internal_error then
            perform pg_sleep(0.05);
        end;
    end loop;
    raise exception 'the role ${app_role} could not be set up';
end
$$;

-- Facts, append-only: the services may add and read, never change.
create schema event_store;
grant usage on schema event_store to ${app_role};
alter default privileges in schema event_store grant select, insert on tables to ${app_role};
alter default privileges in schema event_store grant usage on sequences to ${app_role};

-- The users' keys: deleting one erases what it encrypted, the log included.
create schema personal_data;
grant usage on schema personal_data to ${app_role};
alter default privileges in schema personal_data grant select, insert, update, delete on tables to ${app_role};

-- Credentials, sessions, revocations.
create schema identity;
grant usage on schema identity to ${app_role};
alter default privileges in schema identity grant select, insert, update, delete on tables to ${app_role};
alter default privileges in schema identity grant usage on sequences to ${app_role};

-- What can be computed again from the facts.
create schema read_model;
grant usage on schema read_model to ${app_role};
alter default privileges in schema read_model grant select, insert, update, delete on tables to ${app_role};
alter default privileges in schema read_model grant usage on sequences to ${app_role};

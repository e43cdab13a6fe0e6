-- Which version of a model is built by itself, and whether readers get it by themselves.

-- A version that an operator has gone back from: no start of its code builds it again; a later version is built.
alter table read_model.projection add column declined_version int;

-- Takes up a model: its projection when it is new, a next generation when its version has risen. by_itself: that becomes
-- the live one as soon as it has caught up; otherwise an operator switches to it.
create function read_model.register(registered text, code int, serves boolean, by_itself boolean) returns void
language plpgsql as $$
declare
  known read_model.projection;
  live_version int;
begin
  insert into read_model.projection (name, version, live_generation, serves_app, state)
  values (registered, code, 1, serves, case
    when exists (select from read_model.progress where position > 0) then 'catching_up' else 'live' end)
  on conflict (name) do nothing;
  select * into known from read_model.projection where name = registered for no key update;
  insert into read_model.generation (projection, generation, version, origin, ready_at)
  values (registered, known.live_generation, known.version, 'first', now())
  on conflict do nothing;
  if code < known.version then
    return;
  end if;
  update read_model.projection set version = code, serves_app = serves where name = registered;
  select version into live_version from read_model.generation
  where projection = registered and generation = known.live_generation;
  if code > live_version and code is distinct from known.declined_version and not exists (
      select from read_model.generation
      where projection = registered and generation = known.next_generation and version = code) then
    perform read_model.begin_generation(registered, code, 'version', by_itself, null);
  end if;
end
$$;

-- Nodes of earlier code register so.
create or replace function read_model.register(registered text, code int, serves boolean) returns void
language sql as $$
  select read_model.register(registered, code, serves, true)
$$;

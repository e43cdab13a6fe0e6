-- Operating the projections: generations beside the live one, and what operators asked for.

-- live_generation is what readers take. next_generation is being built beside it, null while there is none;
-- previous_generation is kept to go back to. Any other generation's rows are waste and are swept away. paused: nobody
-- folds the live generation. last_generation is never taken back, so that a number means the same documents for ever.
alter table read_model.projection
  add column next_generation int,
  add column previous_generation int,
  add column last_generation int not null default 1,
  add column paused boolean not null default false;

update read_model.projection set last_generation = live_generation;

-- What is known of each generation. version is that of the code that can fold it. One node at a time builds: the
-- builder, until builder_until unless it says so again. applied, remaining and rate are what the builder said last.
create table read_model.generation (
  projection text not null references read_model.projection (name) on delete cascade,
  generation int not null,
  version int not null,
  -- first: the projection was new; replay: an operator asked for it; version: the code has changed
  origin text not null check (origin in ('first', 'replay', 'version')),
  -- whether it becomes the live one as soon as it has caught up
  switches_itself boolean not null default true,
  paused boolean not null default false,
  started_at timestamptz not null default now(),
  ready_at timestamptz,
  -- a replay from a position: the users with an event from there on are folded anew, one after the other in the order of
  -- ids; all others' documents were copied. seeded_to is the last user done, null before the copy, 'all' at the end
  from_position bigint,
  seeded_to text,
  builder text,
  builder_until timestamptz,
  applied bigint not null default 0,
  remaining bigint,
  rate double precision,
  told_at timestamptz,
  failure text,
  primary key (projection, generation)
) with (fillfactor = 50);

insert into read_model.generation (projection, generation, version, origin, ready_at)
select name, live_generation, version, 'first', now() from read_model.projection;

-- Who runs projections: which version of each model it folds, and how far it is. Rewritten every second.
create table read_model.instance (
  id text primary key,
  versions json not null,
  standings json not null,
  failure text,
  seen_at timestamptz not null
) with (fillfactor = 50);

-- Events that an operator decided to leave out of a projection: should one fail in it again, it is passed over.
create table read_model.discarded (
  projection text not null,
  position bigint not null,
  user_id uuid not null,
  event_id uuid,
  type text not null,
  cause text,
  reason text not null,
  discarded_by text not null,
  discarded_at timestamptz not null default now(),
  primary key (projection, position)
);

-- Takes up a model: its projection when it is new, a next generation when its version has risen.
create function read_model.register(registered text, code int, serves boolean) returns void
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
  if code > live_version and not exists (
      select from read_model.generation
      where projection = registered and generation = known.next_generation and version = code) then
    perform read_model.begin_generation(registered, code, 'version', true, null);
  end if;
end
$$;

-- Begins a generation beside the live one, in the place of whatever was kept or being built there.
create function read_model.begin_generation(
  replayed text, code int, why text, by_itself boolean, from_there bigint) returns int
language plpgsql as $$
declare
  number int;
begin
  update read_model.projection
  set last_generation = greatest(last_generation, live_generation) + 1,
      next_generation = greatest(last_generation, live_generation) + 1,
      previous_generation = null
  where name = replayed
  returning next_generation into number;
  insert into read_model.generation (projection, generation, version, origin, switches_itself, from_position)
  values (replayed, number, code, why, by_itself, from_there);
  return number;
end
$$;

-- Whoever folds this generation can store nothing more before claiming it anew.
create function read_model.fence(fenced text, number int) returns void language sql as $$
  update read_model.progress set epoch = epoch + 1
  where (projection, generation, partition) in (
    select projection, generation, partition from read_model.progress
    where projection = fenced and generation = number order by partition for update)
$$;

-- Makes the next generation the live one if it is as far in every partition. The live one's progress is locked
-- meanwhile: what its owners have stored is counted, what they have not they store no more. They wait for at most
-- `patience` until the next generation has taken its last step; when it has not, nothing is changed.
create function read_model.switch(switched text, target int, patience interval) returns boolean
language plpgsql as $$
declare
  live int;
  deadline timestamptz := clock_timestamp() + patience;
begin
  select live_generation into live from read_model.projection
  where name = switched and next_generation = target for no key update;
  if not found then
    return false;
  end if;
  perform 1 from read_model.progress
  where projection = switched and generation = live order by partition for update;
  while exists (
    select from read_model.progress served
    left join read_model.progress built
      on (built.projection, built.generation, built.partition) = (served.projection, target, served.partition)
    where served.projection = switched and served.generation = live
      and coalesce(built.position, 0) < served.position
  ) loop
    if clock_timestamp() >= deadline then
      return false;
    end if;
    perform pg_sleep(0.002);
  end loop;
  perform read_model.fence(switched, live);
  update read_model.projection
  set live_generation = target, previous_generation = live, next_generation = null, state = 'live'
  where name = switched;
  return true;
end
$$;

-- A user's events, for those who look at one user alone.
create index event_user on event_store.event (user_id, position);

-- What operators did, and why. Rows are added and completed, never deleted.
create schema operations;
grant usage on schema operations to ${app_role};
alter default privileges in schema operations grant select, insert, update on tables to ${app_role};

create table operations.operation (
  -- chosen by who asks: the same id is the same operation, done once
  id uuid primary key,
  verb text not null,
  projection text,
  arguments json not null,
  operator text not null,
  reason text not null,
  -- requested: waits for a node; running: a node does it until worker_until, or else another one begins again
  state text not null check (state in ('requested', 'running', 'done', 'failed')),
  result json,
  worker text,
  worker_until timestamptz,
  requested_at timestamptz not null default now(),
  finished_at timestamptz
);

create index operation_newest on operations.operation (requested_at desc);
create index operation_open on operations.operation (requested_at) where state in ('requested', 'running');

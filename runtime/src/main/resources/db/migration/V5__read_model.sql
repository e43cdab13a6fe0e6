-- What reads are answered from. Everything here can be built again from the events.

-- Each read model that there is. Readers take the rows of its live generation.
create table read_model.projection (
  name text primary key,
  version int not null,
  live_generation int not null,
  -- whether a write's answer waits for it (while it is live)
  serves_app boolean not null,
  -- catching_up: built alone from the beginning, behind the others; live: moves with the others
  state text not null check (state in ('catching_up', 'live')),
  registered_at timestamptz not null default now()
);

-- How far each projection has come in each partition of the topic. Written in the transaction that writes the
-- documents. position is the global position of the last event applied, 0 before any; kafka_offset is where the next
-- event is looked for. epoch grows when a partition changes hands: who holds an older one can no longer write.
create table read_model.progress (
  projection text not null references read_model.projection (name) on delete cascade,
  generation int not null,
  partition int not null,
  position bigint not null default 0,
  kafka_offset bigint not null default 0,
  epoch bigint not null default 0,
  updated_at timestamptz not null default now(),
  primary key (projection, generation, partition)
) with (fillfactor = 50);

-- One table a model, all of one shape. position is that of the last event folded into the document: its version.
-- json, not jsonb: the bytes that the fold wrote are the bytes that readers get.
create table read_model.profile (
  generation int not null,
  user_id uuid not null,
  key text not null,
  document json not null,
  sort_at timestamptz,
  facet text,
  position bigint not null,
  primary key (generation, user_id, key)
) with (fillfactor = 70);

create table read_model.dashboard (like read_model.profile including all) with (fillfactor = 70);
create table read_model.calendar (like read_model.profile including all) with (fillfactor = 70);
create table read_model.merchant (like read_model.profile including all) with (fillfactor = 70);
create table read_model.transaction (like read_model.profile including all);

-- The list, newest first, and the list of one category.
create index transaction_newest on read_model.transaction (generation, user_id, sort_at desc, key desc);
create index transaction_facet on read_model.transaction (generation, user_id, facet, sort_at desc, key desc);

-- Events that a projection could not apply (cause is set), and the later events of the same user that wait behind one
-- (cause is null). The payload is as on Kafka: personal text is encrypted.
create table read_model.dead_letter (
  projection text not null references read_model.projection (name) on delete cascade,
  generation int not null,
  user_id uuid not null,
  position bigint not null,
  partition int not null,
  kafka_offset bigint not null,
  event_id uuid,
  type text not null,
  occurred_at timestamptz,
  command_id text,
  traceparent text,
  cause text,
  payload bytea not null,
  parked_at timestamptz not null default now(),
  primary key (projection, generation, user_id, position)
);

-- Takes a partition over for some projections: from now on only who has these epochs can move them on.
create function read_model.claim(projections text[], generations int[], claimed int)
returns table (projection text, generation int, "position" bigint, kafka_offset bigint, epoch bigint)
language sql as $$
  insert into read_model.progress as p (projection, generation, partition, epoch)
  select c.projection, c.generation, claimed, 1
  from unnest(projections, generations) as c (projection, generation)
  order by c.projection, c.generation
  on conflict (projection, generation, partition) do update set epoch = p.epoch + 1
  returning p.projection, p.generation, p.position, p.kafka_offset, p.epoch
$$;

-- Moves projections on in their partitions; fails with MT001, and with it the transaction, when one of them has been
-- claimed by someone else in the meantime or is not where its owner believes it to be. The commit need not reach the
-- disk before it is announced: what a crash takes away, it takes away together with the progress.
create function read_model.advance(
  projections text[], generations int[], partitions int[], epochs bigint[], expected bigint[], positions bigint[],
  offsets bigint[]) returns void
language plpgsql as $$
declare
  moved int;
begin
  perform set_config('synchronous_commit', 'off', true);
  perform 1
  from read_model.progress p
  join unnest(projections, generations, partitions) as a (projection, generation, partition)
    on (p.projection, p.generation, p.partition) = (a.projection, a.generation, a.partition)
  order by p.projection, p.generation, p.partition
  for update of p;

  update read_model.progress p
  set position = a.position, kafka_offset = a.kafka_offset, updated_at = now()
  from unnest(projections, generations, partitions, epochs, expected, positions, offsets)
    as a (projection, generation, partition, epoch, expected, position, kafka_offset)
  where (p.projection, p.generation, p.partition) = (a.projection, a.generation, a.partition)
    and p.epoch = a.epoch and p.position = a.expected;
  get diagnostics moved = row_count;
  if moved <> cardinality(projections) then
    raise exception 'another owner has taken over some of these partitions' using errcode = 'MT001';
  end if;
end
$$;

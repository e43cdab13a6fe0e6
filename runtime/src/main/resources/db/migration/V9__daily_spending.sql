-- What the topic mita.daily-spending was last told, so that the next event can change it; only its publisher looks here.
-- partition is that of the user in the topic of events.
create table read_model.daily_spending (
  user_id uuid not null,
  day date not null,
  category text not null,
  partition int not null,
  transactions int not null,
  cents bigint not null,
  position bigint not null,
  primary key (user_id, day, category)
);

-- How far each partition of the events is in these facts: kafka_offset is that of the next event, position that of the
-- last one. epoch grows when a partition changes hands: who holds an older one can no longer write.
create table read_model.daily_spending_progress (
  partition int primary key,
  kafka_offset bigint not null default 0,
  position bigint not null default 0,
  epoch bigint not null default 1
);

-- Takes a partition over.
create function read_model.claim_daily_spending(claimed int)
returns table (kafka_offset bigint, "position" bigint, epoch bigint)
language sql as $$
  insert into read_model.daily_spending_progress as p (partition) values (claimed)
  on conflict (partition) do update set epoch = p.epoch + 1
  returning p.kafka_offset, p.position, p.epoch
$$;

-- Stores what a batch of a partition's events changed; a fact with no transactions goes. Answers false, and stores
-- nothing, when someone else has taken the partition over. The commit need not reach the disk: what a crash takes away
-- is folded again.
create function read_model.store_daily_spending(
  moved int, held bigint, next_offset bigint, last_position bigint,
  users uuid[], days text[], categories text[], counts int[], sums bigint[], positions bigint[]) returns boolean
language plpgsql
-- A plan made while the table is small would scan it, and be kept while it grows.
set enable_seqscan = off
as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  update read_model.daily_spending_progress
  set kafka_offset = next_offset, position = last_position
  where partition = moved and epoch = held;
  if not found then
    return false;
  end if;

  insert into read_model.daily_spending as d (user_id, day, category, partition, transactions, cents, position)
  select f.user_id, f.day::date, f.category, moved, f.transactions, f.cents, f.position
  from unnest(users, days, categories, counts, sums, positions)
    as f (user_id, day, category, transactions, cents, position)
  where f.transactions > 0
  order by f.user_id, f.day, f.category
  on conflict (user_id, day, category) do update
  set transactions = excluded.transactions, cents = excluded.cents, position = excluded.position;

  delete from read_model.daily_spending d
  using unnest(users, days, categories, counts) as f (user_id, day, category, transactions)
  where f.transactions = 0 and (d.user_id, d.day, d.category) = (f.user_id, f.day::date, f.category);
  return true;
end
$$;

-- Forgets a partition's facts, to fold them from the beginning.
create function read_model.forget_daily_spending(forgotten int) returns void
language sql as $$
  delete from read_model.daily_spending where partition = forgotten;
  update read_model.daily_spending_progress set kafka_offset = 0, position = 0 where partition = forgotten;
$$;

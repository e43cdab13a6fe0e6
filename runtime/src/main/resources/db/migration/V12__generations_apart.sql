-- Read models with a row for an event, not for a user, are large. Each of their generations has a partition of its own:
-- a replay writes into an empty table with empty indexes, and what nobody asks for any more is dropped, where deleting
-- and vacuuming it row by row took a third of the database from those who write.
do $$
declare
  model text;
  number int;
begin
  foreach model in array array['transaction', 'redistribution'] loop
    execute format('alter table read_model.%I rename to %I', model, model || '_before');
    execute format('create table read_model.%I (like read_model.%I including defaults including storage)'
      ' partition by list (generation)', model, model || '_before');
    for number in
      select wanted from read_model.projection p, unnest(
        array[p.live_generation, p.next_generation, p.previous_generation]) as wanted
      where p.name = model and wanted is not null
    loop
      execute format('create table read_model.%I partition of read_model.%I for values in (%s)',
        model || '_' || number, model, number);
      execute format('insert into read_model.%1$I select * from read_model.%2$I where generation = %3$s',
        model, model || '_before', number);
    end loop;
    execute format('drop table read_model.%I', model || '_before');
    execute format('alter table read_model.%I add primary key (generation, user_id, key)', model);
    execute format('create index %I on read_model.%I (generation, user_id, sort_at desc, key desc)',
      model || '_newest', model);
  end loop;
end
$$;

create index transaction_facet on read_model.transaction (generation, user_id, facet, sort_at desc, key desc);

-- Made apart and attached: readers and writers of other generations do not wait.
create function read_model.add_partition() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  part text := new.projection || '_' || new.generation;
begin
  if exists (select from pg_class where oid = to_regclass(format('read_model.%I', new.projection)) and relkind = 'p')
    and to_regclass(format('read_model.%I', part)) is null
  then
    execute format('create table read_model.%I (like read_model.%I including all)', part, new.projection);
    execute format('alter table read_model.%I attach partition read_model.%I for values in (%s)',
      new.projection, part, new.generation);
  end if;
  return null;
end
$$;

create trigger generation_partition after insert on read_model.generation
for each row execute function read_model.add_partition();

-- Drops a generation's partition, or deletes some of its rows. Answers whether none are left. A partition goes when
-- nobody reads the model for a moment: while it is waited for, readers queue behind it.
create function read_model.drop_documents(dropped text, number int, at_most int) returns boolean
language plpgsql security definer set search_path = pg_catalog set lock_timeout = '10ms' as $$
declare
  rows bigint;
begin
  if exists (select from pg_class where oid = to_regclass(format('read_model.%I', dropped)) and relkind = 'p') then
    execute format('drop table if exists read_model.%I', dropped || '_' || number);
    return true;
  end if;
  execute format('delete from read_model.%1$I where ctid = any(array('
    'select ctid from read_model.%1$I where generation = $1 limit $2 for update skip locked))', dropped)
    using number, at_most;
  get diagnostics rows = row_count;
  return rows = 0;
exception when lock_not_available then
  return false;
end
$$;

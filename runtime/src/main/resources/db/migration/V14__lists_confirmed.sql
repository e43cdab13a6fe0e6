-- A list that a reader has is confirmed by the keys and positions of its rows. Both are in the index that the list is read
-- through, so that no row is fetched for it: a user's rows lie on as many pages as there are rows.
-- Lists are read through the old indexes while the new ones are made; only the projections wait.
create index transaction_newest_confirmed on read_model.transaction
  (generation, user_id, sort_at desc, key desc) include (position);
create index transaction_facet_confirmed on read_model.transaction
  (generation, user_id, facet, sort_at desc, key desc) include (position);
create index redistribution_newest_confirmed on read_model.redistribution
  (generation, user_id, sort_at desc, key desc) include (position);

-- An index alone answers for pages that have been vacuumed. The newest rows are what is asked for, so vacuum comes after
-- every fiftieth part that is new, not after every fifth; it looks at the new pages only.
do $$
declare
  part regclass;
begin
  for part in
    select inhrelid::regclass from pg_inherits
    where inhparent in ('read_model.transaction'::regclass, 'read_model.redistribution'::regclass)
  loop
    execute format('alter table %s set (autovacuum_vacuum_insert_scale_factor = 0.02)', part);
  end loop;
end
$$;

create or replace function read_model.add_partition() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  part text := new.projection || '_' || new.generation;
begin
  if exists (select from pg_class where oid = to_regclass(format('read_model.%I', new.projection)) and relkind = 'p')
    and to_regclass(format('read_model.%I', part)) is null
  then
    execute format('create table read_model.%I (like read_model.%I including all)'
      ' with (autovacuum_vacuum_insert_scale_factor = 0.02)', part, new.projection);
    execute format('alter table read_model.%I attach partition read_model.%I for values in (%s)',
      new.projection, part, new.generation);
  end if;
  return null;
end
$$;

drop index read_model.transaction_newest;
drop index read_model.transaction_facet;
drop index read_model.redistribution_newest;
alter index read_model.transaction_newest_confirmed rename to transaction_newest;
alter index read_model.transaction_facet_confirmed rename to transaction_facet;
alter index read_model.redistribution_newest_confirmed rename to redistribution_newest;

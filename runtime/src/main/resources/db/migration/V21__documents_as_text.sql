-- Documents are JSON that we have just written ourselves. To check it once more was two thirds of what PostgreSQL spent
-- on storing a row of it. Rewrites the read models, which are waited for meanwhile: about ten seconds for a gigabyte.

-- One index for a user's rows, of one facet or of all, in the place of two: a user has thousands of them, not millions.
drop index read_model.transaction_newest;
drop index read_model.transaction_facet;

do $$
declare
  model regclass;
begin
  for model in
    select a.attrelid::regclass from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'read_model'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attname = 'document' and a.atttypid = 'json'::regtype
  loop
    execute format('alter table %s alter column document type text', model);
  end loop;
end
$$;

-- A change of the type forgets this (V11).
alter table read_model.dashboard alter column document set storage external;
alter table read_model.calendar alter column document set storage external;
alter table read_model.analytics alter column document set storage external;

create index transaction_newest on read_model.transaction
  (generation, user_id, sort_at desc, key desc, facet) include (position);

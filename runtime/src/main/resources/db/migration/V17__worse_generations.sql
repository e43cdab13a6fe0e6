-- Whether more events have failed in a generation than in the live one: then it does not become live by itself. Never of an
-- earlier one: who goes back to that has looked.
create function read_model.is_worse(looked_at text, number int) returns boolean language sql stable as $$
  select number > p.live_generation
    and count(*) filter (where d.generation = number) > count(*) filter (where d.generation = p.live_generation)
  from read_model.projection p
  left join read_model.dead_letter d on d.projection = p.name and d.cause is not null
  where p.name = looked_at
  group by p.live_generation
$$;

-- Claims a partition for some projections; from then on no earlier claim on it can store anything. Only of generations that
-- somebody asks for: what is claimed while one is swept away would stay behind for ever. So the projections are held until
-- the claims are there, as by read_model.switch: first they, then their progress.
create or replace function read_model.claim(projections text[], generations int[], claimed int)
returns table (projection text, generation int, "position" bigint, kafka_offset bigint, epoch bigint)
language plpgsql as $$
#variable_conflict use_column
begin
  perform 1 from read_model.projection where name = any(projections) order by name for share;
  return query
  insert into read_model.progress as p (projection, generation, partition, epoch)
  select c.projection, c.generation, claimed, 1
  from unnest(projections, generations) as c (projection, generation)
  join read_model.projection w on w.name = c.projection
    and c.generation in (w.live_generation, w.next_generation, w.previous_generation)
  order by c.projection, c.generation
  on conflict (projection, generation, partition) do update set epoch = p.epoch + 1
  returning p.projection, p.generation, p.position, p.kafka_offset, p.epoch;
end
$$;

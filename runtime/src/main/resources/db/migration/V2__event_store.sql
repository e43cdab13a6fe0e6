-- The log of facts: positions without a gap, from 1, in the order of commits.
create table event_store.event (
    position    bigint primary key,
    id          uuid not null unique,
    user_id     uuid not null,
    partition   integer not null,
    name        text not null,
    version     integer not null,
    occurred_at timestamptz not null,
    command_id  text not null,
    traceparent text,
    -- json, not jsonb: the bytes that were written are the bytes that go to Kafka.
    payload     json not null
);

create index event_occurred_at on event_store.event using brin (occurred_at);

-- The consistency boundaries that each event belongs to.
create table event_store.event_tag (
    tag      text not null,
    position bigint not null,
    primary key (tag, position)
);

-- Facts come in through the function append alone, which runs with its owner's rights.
revoke all on event_store.event, event_store.event_tag from ${app_role};
grant select on event_store.event, event_store.event_tag to ${app_role};

-- Positions after the given one of the events that have all these tags and one of these types. Both are lists joined
-- by U+001F; an empty list of tags or types lets any pass.
create function event_store.matching(tags text, types text, after bigint) returns setof bigint
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
    set enable_seqscan = off
as $$
declare
    wanted_tags  text[] := string_to_array(tags, e'\x1f');
    wanted_types text[] := string_to_array(types, e'\x1f');
begin
    if wanted_tags = '{}' then
        return query
            select e.position from event_store.event e
            where e.position > after and (wanted_types = '{}' or e.name = any (wanted_types));
    else
        return query
            select e.position
            from event_store.event_tag t join event_store.event e on e.position = t.position
            where t.tag = wanted_tags[1] and t.position > after
              and (wanted_types = '{}' or e.name = any (wanted_types))
              and not exists (
                  select from unnest(wanted_tags[2:]) further(tag)
                  where not exists (
                      select from event_store.event_tag o where o.tag = further.tag and o.position = e.position));
    end if;
end
$$;

-- Pairs of appends of one batch where the later one's condition names a tag that an event of the earlier one has.
create function event_store.overlaps(
    condition_append integer[], condition_tag text[], tag_append integer[], tag_tag text[]
) returns table (later integer, earlier integer)
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
    set enable_nestloop = off
as $$
begin
    return query
        select distinct c.append, t.append
        from unnest(condition_append, condition_tag) c(append, tag)
        join unnest(tag_append, tag_tag) t(append, tag) on t.tag = c.tag
        where t.append < c.append
        order by 1, 2;
end
$$;

-- Appends a batch in one transaction: each append wholly, or not at all when an event that its conditions match has
-- come after the position they name, be it in the log or earlier in the batch.
--
-- Appends are numbered from 1, their events listed in order. A condition's tags and types are lists as in matching;
-- a batch of several appends may have only conditions of a single tag. Resubmitted says that the same batch may be
-- in the log already, because its outcome never reached the sender: its appends then keep the positions they have.
--
-- Returns for each append the position of its last event, null for one whose condition was not met.
--
-- It does not notify: a transaction that does holds a lock of the whole cluster until its commit is on disk, which
-- would queue every other notifying transaction, such as the projections', behind each append.
create function event_store.append(
    resubmitted boolean,
    event_append integer[], event_id uuid[], event_user uuid[], event_partition integer[], event_name text[],
    event_version integer[], event_occurred_at text[], event_command_id text[], event_traceparent text[],
    event_payload text[],
    tag_event integer[], tag_tag text[],
    condition_append integer[], condition_tags text[], condition_types text[], condition_after bigint[]
) returns bigint[]
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
    -- The plans are made while the tables may still be empty, and must fit when they are full.
    set enable_seqscan = off
    set enable_bitmapscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
declare
    head      bigint;
    refused   integer[];
    positions bigint[];
    results   bigint[];
    overlap   record;
begin
    perform pg_advisory_xact_lock(5577301742209);

    if resubmitted then
        select array_agg(stored.position order by stored.append) into results
        from (select s.append, max(e.position) as position
              from unnest(event_append, event_id) s(append, id)
              left join event_store.event e on e.id = s.id
              group by s.append) stored;
        if array_remove(results, null) <> '{}' then
            return results;
        end if;
    end if;

    select coalesce(max(position), 0) into head from event_store.event;

    select coalesce(array_agg(distinct c.append), '{}') into refused
    from unnest(condition_append, condition_tags, condition_types, condition_after) c(append, tags, types, after)
    where case
        when c.types = '' and c.tags <> '' and strpos(c.tags, e'\x1f') = 0
        then exists (select from event_store.event_tag t where t.tag = c.tags and t.position > c.after)
        else exists (select from event_store.matching(c.tags, c.types, c.after))
    end;

    if event_append[array_upper(event_append, 1)] > 1 then
        for overlap in
            select o.later, o.earlier
            from event_store.overlaps(
                condition_append, condition_tags,
                array(select event_append[t.event] from unnest(tag_event) with ordinality t(event, nth) order by t.nth),
                tag_tag) o
        loop
            if not overlap.earlier = any (refused) and not overlap.later = any (refused) then
                refused := refused || overlap.later;
            end if;
        end loop;
    end if;

    positions := array(
        select case when not ranked.out then head + ranked.rank end
        from (select s.nth, s.append = any (refused) as out,
                     row_number() over (partition by s.append = any (refused) order by s.nth) as rank
              from unnest(event_append) with ordinality s(append, nth)) ranked
        order by ranked.nth);

    insert into event_store.event (
        position, id, user_id, partition, name, version, occurred_at, command_id, traceparent, payload)
    select positions[e.nth], e.id, e.user_id, e.partition, e.name, e.version, e.occurred_at::timestamptz,
           e.command_id, e.traceparent, e.payload::json
    from unnest(event_id, event_user, event_partition, event_name, event_version, event_occurred_at,
                event_command_id, event_traceparent, event_payload)
         with ordinality e(id, user_id, partition, name, version, occurred_at, command_id, traceparent, payload, nth)
    where positions[e.nth] is not null;

    insert into event_store.event_tag (tag, position)
    select t.tag, positions[t.event]
    from unnest(tag_event, tag_tag) t(event, tag)
    where positions[t.event] is not null;

    return array(
        select max(positions[s.nth])
        from unnest(event_append) with ordinality s(append, nth)
        group by s.append
        order by s.append);
end
$$;

-- Reads for several requests at once, from one snapshot. Each asks for the events that have all its tags and one of
-- its types, lists as in matching, after a position. The first row has request 0 and the last position of the log;
-- the others the number of their request, from 1, in order of positions.
create function event_store.source(request_tags text[], request_types text[], request_after bigint[])
    returns table (
        request integer, "position" bigint, id uuid, user_id uuid, partition integer, name text, version integer,
        occurred_at timestamptz, command_id text, traceparent text, payload json)
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_bitmapscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
begin
    return query
        select 0, coalesce(max(e.position), 0), null::uuid, null::uuid, null::integer, null::text, null::integer,
               null::timestamptz, null::text, null::text, null::json
        from event_store.event e;
    return query
        select r.nth::integer, e.position, e.id, e.user_id, e.partition, e.name, e.version, e.occurred_at,
               e.command_id, e.traceparent, e.payload
        from unnest(request_tags, request_types, request_after) with ordinality r(tags, types, after, nth)
        cross join lateral (
            select t.position from event_store.event_tag t
            where r.types = '' and r.tags <> '' and strpos(r.tags, e'\x1f') = 0
              and t.tag = r.tags and t.position > r.after
            union all
            select m.position from event_store.matching(r.tags, r.types, r.after) m(position)
            where r.types <> '' or r.tags = '' or strpos(r.tags, e'\x1f') > 0) matched
        join event_store.event e on e.position = matched.position
        order by r.nth, e.position;
end
$$;

revoke all on all functions in schema event_store from public;
grant execute on all functions in schema event_store to ${app_role};

-- Tokens that are refused before their time. Sequences are given under the row lock below, so they are visible in
-- order: who has read up to one has missed nothing before it.
create table identity.revocation_sequence (
    one  boolean primary key default true check (one),
    last bigint not null
);
insert into identity.revocation_sequence (last) values (0);

create table identity.revocation (
    kind  text not null check (kind in ('session', 'token')),
    id    uuid not null,
    until timestamptz not null,
    seq   bigint not null,
    primary key (kind, id)
);
create index revocation_seq on identity.revocation (seq);

-- The running services, how far each has applied, and until when it may trust its memory.
create table identity.revocation_listener (
    instance    uuid primary key,
    applied     bigint not null,
    lease_until timestamptz not null
);

create function identity.revoke(revoked_kind text, ids uuid[], revoked_until timestamptz) returns bigint
language plpgsql as $$
declare
    given bigint;
begin
    update identity.revocation_sequence set last = last + 1 returning last into given;
    insert into identity.revocation (kind, id, until, seq)
    select distinct revoked_kind, id, revoked_until, given from unnest(ids) id
    on conflict (kind, id) do update
        set until = greatest(revocation.until, excluded.until), seq = excluded.seq;
    perform pg_notify('mita_revoked', given::text);
    return given;
end
$$;

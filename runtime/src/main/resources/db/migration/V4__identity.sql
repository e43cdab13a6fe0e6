-- Secrets and sessions. Nothing here is in any event: the log knows accounts, this schema knows how to get into them.

-- Who holds an e-mail address. The address itself is only in the (encrypted) profile; here is its keyed hash.
-- A row that is not confirmed belongs to a registration or a change of address still on its way.
create table identity.email (
    hash       bytea       primary key,
    user_id    uuid        not null,
    confirmed  boolean     not null default false,
    claimed_at timestamptz not null
);
create index email_of_user on identity.email (user_id);
create unique index email_in_change on identity.email (user_id) where not confirmed;

create table identity.credential (
    user_id       uuid        primary key,
    password_hash text,       -- Argon2id, PHC string; null when only Google signs this user in
    token_version int         not null default 1,
    failed_logins int         not null default 0,
    locked_until  timestamptz,
    last_login    timestamptz,
    change_unrecorded boolean not null default false, -- the log does not know of the latest change of password yet
    created_at    timestamptz not null
);

-- A login. Its refresh token is the JWT whose id is refresh_id; any other with this session's id was used before.
create table identity.session (
    id              uuid        primary key,
    user_id         uuid        not null,
    refresh_id      uuid        not null,
    refresh_ended   boolean     not null default false,
    refresh_expires timestamptz not null,
    opened_at       timestamptz not null,
    ended_at        timestamptz, -- refreshes nothing any more
    revoked_at      timestamptz  -- and no service accepts its access tokens; the row goes once they have all expired
);
create index session_of_user on identity.session (user_id);
create index session_ending on identity.session (ended_at) where ended_at is not null and revoked_at is null;
create index session_expiry on identity.session (refresh_expires);

-- Accounts whose deletion has begun; a row goes when nothing is left of the account.
create table identity.deletion (
    user_id      uuid        primary key,
    requested_at timestamptz not null
);

create table identity.reset_token (
    hash       bytea       primary key,
    user_id    uuid        not null,
    expires_at timestamptz not null
);
create index reset_token_of_user on identity.reset_token (user_id);

-- Mail to be sent by whoever delivers mail: address and text are sealed with the personal-data master key.
create table identity.outbox_mail (
    id         uuid        primary key,
    user_id    uuid        not null,
    kind       text        not null,
    sealed     bytea       not null,
    created_at timestamptz not null
);
create index outbox_mail_of_user on identity.outbox_mail (user_id);

create table identity.signing_key (
    kid            text        primary key,
    public_key     text        not null, -- JWK
    sealed_private bytea       not null, -- JWK, sealed with the personal-data master key
    created_at     timestamptz not null,
    retired_at     timestamptz           -- no longer signs; still published until its tokens have ended
);

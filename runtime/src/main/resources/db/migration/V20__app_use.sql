-- When people used the app last, as any of the services saw it: a replay then leaves the machine to them. One row,
-- rewritten every second while they do.
create table operations.app_use (
  sole boolean primary key default true check (sole),
  used_at timestamptz not null
) with (fillfactor = 50);

insert into operations.app_use (used_at) values ('-infinity');

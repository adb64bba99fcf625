-- Alarms of which people are still to be told: since when, and which rung of the ladder comes next.
create table alarms.watch (
    tenant   integer     not null,
    alarm    text        not null,
    severity text        not null,
    began_at timestamptz not null,
    rung     integer     not null,
    due_at   timestamptz not null,
    primary key (tenant, alarm)
);
create index watch_due on alarms.watch (tenant, due_at);

-- Who was told of an alarm, when, as what, and by which channel.
create table alarms.telling (
    tenant   integer     not null,
    alarm    text        not null,
    severity text        not null,                           -- that the alarm had then
    rung     integer     not null,
    target   text        not null,                           -- committee, centre, supervisor, a party or a unit
    staff    uuid        not null,                           -- zero where there was nobody to be told
    name     text        not null,
    unit     text        not null,
    channel  text        not null,                           -- inbox; none where there was nobody
    at       timestamptz not null,
    primary key (tenant, alarm, severity, rung, target, staff)
);

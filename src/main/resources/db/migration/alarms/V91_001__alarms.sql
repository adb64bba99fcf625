create schema alarms;

-- What the engine knows of a family of devices at the place up to which its partition was read. In one transaction with that place and with what was said.
create table alarms.family (
    tenant    integer  not null,
    partition smallint not null,
    family    text     not null,
    state     bytea    not null,
    primary key (tenant, partition, family)
);

-- The rules that a partition was last told.
create table alarms.partition_rules (
    tenant    integer  not null,
    partition smallint not null,
    number    integer  not null,
    rules     bytea    not null,
    primary key (tenant, partition, number)
);

-- What the log was told of rules and devices, so that it is told of changes only.
create table alarms.told (
    tenant integer not null,
    about  text    not null,                                 -- rules:kind or device:serial
    family text    not null default '',
    entry  bytea   not null,
    primary key (tenant, about)
);

-- One row for each alarm, its present; an alarm has one identity, however often its log is read.
create table alarms.alarm (
    tenant          integer     not null,
    id              text        not null,
    device          text        not null,                    -- serial number
    kind            text        not null,
    family          text        not null,
    rule            text        not null,
    part            text        not null,
    severity        text        not null,
    worst           text        not null,
    raised_at       timestamptz not null,
    cleared_at      timestamptz,
    cause           text        not null,
    values          jsonb       not null,
    asked           jsonb       not null,
    withheld        jsonb       not null,
    episode         bigint      not null,
    number          integer     not null,                    -- of the last step
    label           text        not null,                    -- the device as the register called it then
    cell            text,
    committee       text,
    area            text,
    acknowledged_at timestamptz,
    acknowledged_by text,
    verdict         text,                                    -- true, false
    primary key (tenant, id)
);
create index alarm_open on alarms.alarm (tenant, raised_at desc, id desc) where cleared_at is null;
create index alarm_device on alarms.alarm (tenant, device, raised_at desc);
create index alarm_raised on alarms.alarm (tenant, raised_at desc, id desc);

-- What became of an alarm.
create table alarms.step (
    tenant   integer     not null,
    alarm    text        not null,
    number   integer     not null,
    what     text        not null,
    severity text        not null,
    at       timestamptz not null,
    cause    text        not null,
    values   jsonb       not null,
    primary key (tenant, alarm, number)
);

-- What people said about it.
create table alarms.remark (
    tenant integer     not null,
    id     uuid        not null,
    alarm  text        not null,
    at     timestamptz not null,
    by     text        not null,
    act    text        not null,                             -- acknowledge, true, false, comment, end
    words  text        not null default '',
    primary key (tenant, id)
);
create index remark_alarm on alarms.remark (tenant, alarm, at);

-- Devices that somebody works on.
create table alarms.maintenance (
    tenant integer     not null,
    device text        not null,
    until  timestamptz not null,
    by     text        not null,
    reason text        not null,
    primary key (tenant, device)
);

-- Alarms that a person has confirmed, by the building or household that their rule counts them for; those with an item have led to a visit and count for no other.
create table alarms.confirmed (
    tenant    integer     not null,
    alarm     text        not null,
    kind      text        not null,
    rule      text        not null,
    place     text        not null,                          -- register:key
    raised_at timestamptz not null,
    item      uuid,                                          -- of the list, where it led to a visit
    primary key (tenant, alarm)
);
create index confirmed_place on alarms.confirmed (tenant, kind, rule, place, raised_at);
-- False alarms of a device are counted over its judged ones.
create index alarm_judged on alarms.alarm (tenant, raised_at) where verdict is not null;

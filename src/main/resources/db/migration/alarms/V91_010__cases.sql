-- The case that stands for a matter of a place now: there is one while it is open.
create table alarms.matter (
    tenant   integer not null,
    scenario text    not null,                               -- package whose rule says so
    place    text    not null,                               -- register:key, or device:serial
    matter   text    not null,
    case_id  uuid    not null,
    primary key (tenant, scenario, place, matter)
);
create index matter_case on alarms.matter (tenant, case_id);

-- What became of an alarm among cases: one row for each alarm whose rule wants a case.
create table alarms.case_alarm (
    tenant  integer     not null,
    alarm   text        not null,
    case_id uuid,                                            -- missing where no case could be opened
    number  text,
    how     text        not null,                            -- opened, joined, reopened, refused
    why     text,                                            -- code of the refusal
    verdict text,                                            -- what the case was told last: true, false
    at      timestamptz not null,
    primary key (tenant, alarm)
);
create index case_alarm_case on alarms.case_alarm (tenant, case_id, at);

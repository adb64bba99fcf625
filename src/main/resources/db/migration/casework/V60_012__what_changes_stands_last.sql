-- A step rewrites its case's row. What a step leaves alone stands first and what nearly every step changes stands last, so that the new row begins like the old
-- one and the write-ahead log repeats only its end.
alter table casework.cases rename to cases_before;
alter table casework.cases_before rename constraint cases_pkey to cases_before_pkey;

create table casework.cases (
    tenant        integer     not null,
    id            uuid        not null,
    number        text        not null,
    channel       text        not null,
    category      text        not null,
    lon           double precision not null,
    lat           double precision not null,
    reported_at   timestamptz not null,
    cell          text        not null,
    committee     text        not null,
    area          text        not null,
    urgency       text        not null,
    address       text        not null,
    title         text        not null,
    description   text        not null,
    lead          text,
    desk          text[]      not null,          -- units that have or had a part in the handling
    handler       jsonb,
    verifier      jsonb,
    assistants    jsonb       not null,
    reporters     integer     not null,
    notes         jsonb       not null,
    suspended     boolean     not null,
    supervision   smallint    not null,
    open          boolean     not null,
    closed_at     timestamptz,
    whole_due     timestamptz,
    clock_name    text,                          -- the clock that binds now
    clock_due     timestamptz,
    clock_paused  boolean     not null,
    stage         text        not null,
    last_action   text        not null,
    last_actor    text        not null,
    seq           integer     not null,
    updated_at    timestamptz not null,
    head          bytea       not null,          -- hash of the last event
    primary key (tenant, id)
) with (fillfactor = 60);

insert into casework.cases (tenant, id, number, channel, category, lon, lat, reported_at, cell, committee, area, urgency, address, title, description,
    lead, desk, handler, verifier, assistants, reporters, notes, suspended, supervision, open, closed_at, whole_due, clock_name, clock_due, clock_paused,
    stage, last_action, last_actor, seq, updated_at, head)
select tenant, id, number, channel, category, lon, lat, reported_at, cell, committee, area, urgency, address, title, description,
    lead, desk, handler, verifier, assistants, reporters, notes, suspended, supervision, open, closed_at, whole_due, clock_name, clock_due, clock_paused,
    stage, last_action, last_actor, seq, updated_at, head
from casework.cases_before;
drop table casework.cases_before;

create unique index cases_number on casework.cases (tenant, number);
create index cases_reported on casework.cases (tenant, reported_at desc, id);
create index cases_committee_reported on casework.cases (tenant, committee, reported_at desc);
create index cases_category_reported on casework.cases (tenant, category, reported_at desc);
create index cases_open on casework.cases (tenant, area, committee) where open;
create index cases_open_lead on casework.cases (tenant, lead) where open;
create index cases_open_desk on casework.cases using gin (desk) where open;

-- The key of a request belongs to the case that it acts on, whose few events are read in no time; only where a case begins is there none to look in.
drop index casework.case_event_request;
create unique index case_event_request on casework.case_event (tenant, actor_id, request_key) where seq = 1 and request_key is not null;

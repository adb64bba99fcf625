create schema casework;

-- The present of each case. Everything here can be recomputed from case_event.
create table casework.cases (
    tenant        integer     not null,
    id            uuid        not null,
    number        text        not null,
    seq           integer     not null,
    channel       text        not null,
    category      text        not null,
    title         text        not null,
    description   text        not null,
    urgency       text        not null,
    lon           double precision not null,
    lat           double precision not null,
    address       text        not null,
    cell          text        not null,
    committee     text        not null,
    area          text        not null,
    stage         text        not null,
    open          boolean     not null,
    lead          text,
    desk          text[]      not null,          -- units that have or had a part in the handling
    handler       jsonb,
    verifier      jsonb,
    assistants    jsonb       not null,
    reporters     integer     not null,
    notes         jsonb       not null,
    last_action   text        not null,
    last_actor    text        not null,
    suspended     boolean     not null,
    supervision   smallint    not null,
    clock_name    text,                          -- the clock that binds now
    clock_due     timestamptz,
    clock_paused  boolean     not null,
    whole_due     timestamptz,
    reported_at   timestamptz not null,
    updated_at    timestamptz not null,
    closed_at     timestamptz,
    head          bytea       not null,          -- hash of the last event
    primary key (tenant, id)
) with (fillfactor = 80);

create unique index cases_number on casework.cases (tenant, number);
create index cases_open_due on casework.cases (tenant, clock_due, id) where open;
create index cases_open_committee on casework.cases (tenant, committee, stage) where open;
create index cases_open_lead on casework.cases (tenant, lead, stage) where open;
create index cases_reported on casework.cases (tenant, reported_at desc, id);
create index cases_committee_reported on casework.cases (tenant, committee, reported_at desc);
create index cases_desk on casework.cases using gin (desk);

create table casework.case_event (
    tenant      integer     not null,
    case_id     uuid        not null,
    seq         integer     not null,
    at          timestamptz not null,
    actor_kind  text        not null,
    actor_id    text        not null,
    actor_name  text        not null,
    actor_unit  text,
    action      text        not null,
    from_stage  text,
    to_stage    text        not null,
    note        text,
    reason      text,
    effects     jsonb       not null,
    request_key text,
    hash        bytea       not null,
    primary key (tenant, case_id, seq)
);
create unique index case_event_request on casework.case_event (tenant, actor_id, request_key) where request_key is not null;
create index case_event_at on casework.case_event (tenant, at);

create table casework.case_clock (
    tenant       integer     not null,
    case_id      uuid        not null,
    name         text        not null,
    round        integer     not null,
    limit_amount integer     not null,
    limit_unit   text        not null,
    started_at   timestamptz not null,
    due_at       timestamptz not null,
    stopped_at   timestamptz,
    outcome      text        not null,
    pauses       jsonb       not null,
    extensions   jsonb       not null,
    rungs        integer     not null,
    fire_at      timestamptz,
    primary key (tenant, case_id, name, round)
) with (fillfactor = 80);
create index case_clock_fire on casework.case_clock (fire_at) where fire_at is not null;

-- One reporter's part. Name and telephone stand here alone, never in events.
create table casework.case_report (
    tenant        integer     not null,
    id            uuid        not null,
    case_id       uuid        not null,
    channel       text        not null,
    name          text,
    phone         text,
    words         text        not null,
    token_hash    bytea,
    at            timestamptz not null,
    within_amount integer     not null,
    within_unit   text        not null,
    answer_due_at timestamptz not null,
    answer        text,
    answered_at   timestamptz,
    satisfaction  smallint,
    solved        boolean,
    primary key (tenant, id)
);
create index case_report_case on casework.case_report (tenant, case_id);
create unique index case_report_token on casework.case_report (token_hash) where token_hash is not null;

-- Gapless numbers per day and channel: the row is locked until the case that takes the number is committed.
create table casework.case_number (
    tenant  integer not null,
    day     date    not null,
    channel text    not null,
    last    integer not null,
    primary key (tenant, day, channel)
) with (fillfactor = 50);

-- What a place has changed in the standard catalogue.
create table casework.category (
    tenant  integer not null,
    code    text    not null,
    content jsonb   not null,
    primary key (tenant, code)
);

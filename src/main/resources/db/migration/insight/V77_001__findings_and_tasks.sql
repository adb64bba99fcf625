create schema insight;

-- A night's analysis. One that is not final was asked for during the day and is made once more at night.
create table insight.run (
    tenant      integer     not null,
    day         date        not null,
    final       boolean     not null,
    finished_at timestamptz not null,
    cases       integer     not null,
    findings    integer     not null,
    primary key (tenant, day)
);

-- What was found, as it stood on the last night on which it was seen.
create table insight.finding (
    tenant            integer     not null,
    id                uuid        not null,
    kind              text        not null,
    category          text        not null,
    key               text        not null,
    label             text        not null,
    cells             text[]      not null,
    committees        text[]      not null,
    areas             text[]      not null,
    first_seen        date        not null,
    last_seen         date        not null,
    window_from       date        not null,
    window_to         date        not null,
    observed          integer     not null,
    expected          double precision not null,
    score             double precision not null,
    p                 double precision not null,
    q                 double precision not null,
    cases             uuid[]      not null,
    dismissed_at      timestamptz,
    dismissed_by      uuid,
    dismissed_by_name text,
    dismiss_reason    text,
    dismissed_cases   integer,                  -- how many cases it had then; half as many again bring it back
    returned_on       date,
    primary key (tenant, id)
);
create index finding_seen on insight.finding (tenant, last_seen);

-- The same finding night by night.
create table insight.sighting (
    tenant   integer          not null,
    finding  uuid             not null,
    day      date             not null,
    observed integer          not null,
    expected double precision not null,
    p        double precision not null,
    q        double precision not null,
    primary key (tenant, finding, day)
);

-- 防范任务: what is done about a finding, and whether it helped.
create table insight.task (
    tenant        integer     not null,
    id            uuid        not null,
    finding       uuid        not null,
    category      text        not null,
    cells         text[]      not null,
    compared      text[]      not null,
    committees    text[]      not null,
    areas         text[]      not null,
    hypothesis    text        not null,
    measure       text        not null,
    unit          text        not null,
    person        uuid,
    person_name   text,
    limit_days    integer     not null,          -- working days until the measure must be done
    due_at        timestamptz not null,
    evaluate_on   date        not null,
    begun_on      date,
    state         text        not null,
    seq           integer     not null,
    proposed_at   timestamptz not null,
    proposed_by   uuid        not null,
    effect        jsonb,
    primary key (tenant, id)
);
create index task_unit on insight.task (tenant, unit, state);
create index task_finding on insight.task (tenant, finding);

-- Who took which step when, and why. Nothing of it is ever changed.
create table insight.task_step (
    tenant     integer     not null,
    task       uuid        not null,
    seq        integer     not null,
    at         timestamptz not null,
    actor      uuid,                             -- null: the clock
    actor_name text        not null,
    action     text        not null,
    from_state text,
    to_state   text        not null,
    note       text        not null,
    photos     uuid[]      not null,
    primary key (tenant, task, seq)
);

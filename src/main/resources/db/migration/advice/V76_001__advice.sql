create schema advice;

-- What was taught when, and how good it proved on later cases that it had not been taught. What it was taught from are the cases themselves, so that a start
-- teaches the one in force anew.
create table advice.model (
    tenant       integer     not null,
    version      integer     not null,
    made_at      timestamptz not null,
    taught_until timestamptz not null,           -- the latest case that counted
    examples     integer     not null,
    taught       integer     not null,           -- of these, taught before the test
    temperature  double precision not null,
    measure      jsonb       not null,
    places       jsonb       not null,           -- by kind of place: found, and of these right
    in_force     boolean     not null,
    kept_back    boolean     not null,           -- it was worse than the one before
    primary key (tenant, version)
);
create unique index model_in_force on advice.model (tenant) where in_force;

-- What was suggested for a case when it came in.
create table advice.given (
    tenant    integer     not null,
    case_id   uuid        not null,
    version   integer     not null,
    category  text        not null,
    certainty double precision not null,
    reported  text        not null,              -- the category that it came in with
    at        timestamptz not null,
    primary key (tenant, case_id)
);

-- What people decided otherwise. Nothing personal: who it was stands in the case.
create table advice.lesson (
    tenant    integer     not null,
    case_id   uuid        not null,
    seq       integer     not null,              -- the step of the case that taught it
    number    text        not null,
    kind      text        not null,              -- category, lead, return
    suggested text,
    chosen    text,
    certainty double precision,
    at        timestamptz not null,
    primary key (tenant, case_id, seq, kind)
);
create index lesson_at on advice.lesson (tenant, at desc, case_id, seq);

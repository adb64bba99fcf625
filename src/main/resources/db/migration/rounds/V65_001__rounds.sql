create schema rounds;

-- The rounds themselves stand in their packages; a stop lives on under the version that made it.
create table rounds.stop (
    tenant       integer     not null,
    id           uuid        not null,
    package      text        not null,
    version      integer     not null,
    round        text        not null,
    subject      text        not null,
    label        text        not null,
    lon          double precision not null,
    lat          double precision not null,
    cell         text        not null,
    committee    text        not null,
    area         text        not null,
    unit         text,                            -- whose people make it; null: those responsible for the cell
    period_from  date        not null,
    period_to    date        not null,
    slot         integer     not null,
    due_at       timestamptz not null,
    state        text        not null check (state in ('open', 'made', 'missed')),
    again        uuid,                            -- the stop that this one makes once more
    again_by     uuid,
    again_failed boolean,
    made_at      timestamptz,
    received_at  timestamptz,
    made_by      uuid,
    made_by_name text,
    metres       integer,
    proven       boolean,
    failed       boolean,
    answers      jsonb,
    photos       uuid[],
    cases        uuid[],
    primary key (tenant, id),
    check ((state = 'made') = (made_at is not null))
);
-- A place is looked at once in each slot of a period, however many servers make the lists; a second look has its own.
create unique index stop_once on rounds.stop (tenant, package, round, subject, period_from, slot) where again is null;
create unique index stop_again on rounds.stop (tenant, again) where again is not null;
create index stop_open on rounds.stop (tenant, cell, due_at) where state = 'open';
create index stop_due on rounds.stop (due_at) where state = 'open';
create index stop_period on rounds.stop (tenant, period_from, package, round);

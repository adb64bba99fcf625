-- Rounds go over the records of a register too. A record may lie outside the sub-district or have no place at all; then no cell and nobody near answers for it.
alter table rounds.stop
    add column register text,                     -- whose record is looked at; null: a cell
    add column campaign uuid,
    alter column lon drop not null,
    alter column lat drop not null,
    alter column cell drop not null,
    alter column committee drop not null,
    alter column area drop not null,
    drop constraint stop_state_check,
    add constraint stop_state_check check (state in ('open', 'made', 'missed', 'dropped'));

drop index rounds.stop_once;
create unique index stop_once on rounds.stop (tenant, package, round, subject, period_from, slot, campaign) nulls not distinct where again is null;
create index stop_subject on rounds.stop (tenant, register, subject, made_at desc) where register is not null;
create index stop_campaign on rounds.stop (tenant, campaign) where campaign is not null;

-- A special campaign (专项): a round without a rhythm, walked once over records that somebody chose.
create table rounds.campaign (
    tenant     integer     not null,
    id         uuid        not null,
    package    text        not null,
    version    integer     not null,
    round      text        not null,
    name       text        not null,
    unit       text,
    period_from date       not null,
    period_to  date        not null,
    chosen     jsonb       not null,              -- how the records were chosen
    started_at timestamptz not null,
    started_by uuid        not null,
    started_by_name text   not null,
    ended_at   timestamptz,
    ended_by   uuid,
    ended_by_name text,
    end_reason text,
    primary key (tenant, id),
    check ((ended_at is null) = (end_reason is null))
);
create index campaign_started on rounds.campaign (tenant, started_at desc);

create schema programme;

-- What goes from stage to stage under a kind of a package: the approval file of a scenario, a staircase of a lift retrofit. The row holds the present; what was
-- done stands in its events.
create table programme.programme (
    tenant         integer     not null,
    id             uuid        not null,
    number         text        not null,
    package        text        not null,
    kind           text        not null,
    kind_version   integer     not null,         -- of the package that opened it; it lives on under that one
    title          text        not null,
    about          text,                         -- the scenario package that it is about
    unit           text        not null,         -- to which it belongs
    asked          text[]      not null,         -- units whose opinions its kind asks, at whatever stage
    stage          text        not null,
    stage_since    timestamptz not null,
    due_at         timestamptz,                  -- when it should leave the stage
    ended          boolean     not null,
    seq            integer     not null,
    edition        integer     not null,         -- the latest that was handed in
    opened_at      timestamptz not null,
    changed_at     timestamptz not null,
    draft          jsonb       not null,         -- what is being written, as it was typed
    draft_revision integer     not null,
    draft_at       timestamptz not null,
    draft_by       text        not null,
    head           bytea       not null,         -- hash of the last event
    primary key (tenant, id),
    unique (tenant, number)
);
create index programme_stage on programme.programme (tenant, package, kind, stage);
create index programme_about on programme.programme (tenant, about) where about is not null;

-- Row n holds SM3(hash of row n-1, canonical bytes of row n); seals cover the ends.
create table programme.event (
    tenant    integer     not null,
    programme uuid        not null,
    seq       integer     not null,
    at        timestamptz not null,
    actor     uuid        not null,
    name      text        not null,
    unit      text        not null,
    stage     text        not null,              -- before
    edition   integer     not null,
    deed      text        not null check (deed in ('opened', 'paper', 'opinion', 'step')),
    step      text,
    to_stage  text,
    detail    text        not null,              -- canonical JSON, as it was hashed
    hash      bytea       not null,
    primary key (tenant, programme, seq)
);
create index event_step on programme.event (tenant, step, at) where step is not null;
create trigger append_only before update or delete or truncate on programme.event for each statement execute function platform.append_only();

-- What was handed in, each time anew; nobody can change it any more.
create table programme.edition (
    tenant    integer     not null,
    programme uuid        not null,
    number    integer     not null,
    at        timestamptz not null,
    by_name   text        not null,
    answers   text        not null,              -- canonical JSON
    papers    uuid[]      not null,              -- those that counted then
    digest    text        not null,              -- SM3 over answers and papers, also in the event
    primary key (tenant, programme, number)
);
create trigger append_only before update or delete or truncate on programme.edition for each statement execute function platform.append_only();

-- Numbers run through a year.
create table programme.counter (
    tenant integer not null,
    mark   text    not null,
    year   integer not null,
    last   integer not null,
    primary key (tenant, mark, year)
);

-- For figures. Who may not see all sees what belongs to the own unit, and what it was asked about once it had been handed in.
create view figures.programme with (security_invoker) as
select p.id, p.number, p.title, p.package, p.kind, p.about, p.unit, p.stage, p.ended, p.edition, p.opened_at,
    (p.opened_at at time zone 'Asia/Shanghai')::date as opened_on, p.stage_since, (p.stage_since at time zone 'Asia/Shanghai')::date as stage_since_on, p.due_at
from programme.programme p
where p.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer
    and ((select current_setting('yiwang.sees', true) = 'everything')
        or p.unit = (select current_setting('yiwang.unit', true))
        or (p.edition > 0 and p.asked @> array[(select current_setting('yiwang.unit', true))]));

create view figures.programme_step with (security_invoker) as
select e.programme as programme_id, e.seq, e.step, e.at, (e.at at time zone 'Asia/Shanghai')::date as day, e.stage as from_stage, e.to_stage, p.number, p.title,
    p.package, p.kind, p.about, p.unit
from programme.event e
join figures.programme p on p.id = e.programme
where e.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer and e.step is not null;

create procedure figures.open_programmes_to_packages() language plpgsql as $$
begin
    if not exists (select from pg_roles where rolname = 'yiwang_figures') then
        return;
    end if;
    grant select on figures.programme, figures.programme_step to yiwang_figures;
    grant select (tenant, id, number, title, package, kind, about, unit, asked, stage, stage_since, due_at, ended, edition, opened_at)
        on programme.programme to yiwang_figures;
    grant select (tenant, programme, seq, step, at, stage, to_stage) on programme.event to yiwang_figures;
end $$;
revoke execute on procedure figures.open_programmes_to_packages() from public;

create schema assessment;

-- What of a case an assessment looks at: each clock that ran, each return visit, each step that formulas count. One row an occasion; the one source of the
-- scores and of figures that packages define beside them. New units of work are added here, never in two places.
create view figures.occasion with (security_invoker) as
select k.case_id, k.name as kind, k.round as ref, k.due_at as at, k.due_on as day, k.number, k.title, k.channel, k.category, k.committee, k.area, k.unit,
    k.started_at, k.due_at, k.stopped_at, k.outcome, k.extensions, k.pauses, null::boolean as reached, null::boolean as solved, null::integer as satisfaction,
    null::text as reason
from figures.case_clock k
union all
select v.case_id, 'return-visit', (row_number() over (partition by v.case_id order by v.at))::integer, v.at, v.day, v.number, v.title, v.channel, v.category,
    v.committee, v.area, v.unit, null, null, null, null, null, null, v.reached, v.solved, v.satisfaction, null
from figures.case_visit v
union all
select e.case_id, e.action, e.seq, e.at, e.day, e.number, e.title, e.channel, e.category, e.committee, e.area, e.unit, null, null, null, null, null, null,
    null, null, null, e.reason
from figures.case_event e where e.action in ('fail', 'grant-return', 'reopen', 'close', 'yellow', 'red');

-- Whom a case was given to first; what was taken back within its minute counts too, since somebody had it.
create view figures.first_lead with (security_invoker) as
select distinct on (e.case_id) e.case_id, f.fact ->> 'unit' as unit
from casework.case_event e
cross join lateral json_array_elements(e.effects) as f(fact)
where e.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer and e.action in ('dispatch', 'self-handle', 'arbitrate', 'redispatch')
    and f.fact ->> 'fact' = 'lead-set' and f.fact ->> 'unit' is not null and e.case_id in (select id from figures.cases)
order by e.case_id, e.seq;

-- A month's score as it was computed once (版本). What it says is never changed; only that it was published, once.
create table assessment.edition (
    tenant       integer     not null,
    id           uuid        not null,
    package      text        not null,
    name         text        not null,
    month        date        not null check (extract(day from month) = 1),
    number       integer     not null check (number > 0),
    version      integer     not null,          -- of the package that holds the formula
    scheme       jsonb       not null,          -- weights, points and bounds as they counted
    digest       text        not null,          -- SM3 over everything that went in
    cause        text        not null,
    made_by      uuid,
    made_by_name text        not null,
    made_at      timestamptz not null,
    published_by_name text,
    published_at timestamptz,
    primary key (tenant, id),
    unique (tenant, package, name, month, number)
);

-- One row what one occasion earned, or cost.
create table assessment.line (
    tenant     integer     not null,
    edition    uuid        not null,
    measure    text        not null,
    kind       text        not null,             -- of occasion, as in figures.occasion
    case_id    uuid        not null,
    ref        integer     not null,
    number     text        not null,
    title      text        not null,
    at         timestamptz not null,
    department text,
    committee  text        not null,
    earned     numeric(8, 4) not null,           -- of a measure 0 to 1; of deductions and rewards 1
    done_at    timestamptz,
    reached    boolean,
    solved     boolean,
    stars      integer,
    reason     text,
    corrected  text,                             -- why it counts in full although it was missed
    primary key (tenant, edition, measure, case_id, ref)
);
create index line_department on assessment.line (tenant, edition, department);
create index line_committee on assessment.line (tenant, edition, committee);

-- What each unit came to, so that tables and trends need not add up the lines again.
create table assessment.result (
    tenant  integer       not null,
    edition uuid          not null,
    board   text          not null check (board in ('all', 'department', 'committee')),
    unit    text          not null,
    orders  integer       not null,
    total   numeric(10, 4) not null,
    rank    integer,
    parts   jsonb         not null,
    primary key (tenant, edition, board, unit)
);

-- 剔除 and 申诉: what a unit asks for, and what became of it.
create table assessment.request (
    tenant     integer     not null,
    id         uuid        not null,
    kind       text        not null check (kind in ('exclusion', 'appeal')),
    package    text        not null,
    name       text        not null,
    month      date        not null,
    edition    uuid,                             -- of an appeal, the published one
    unit       text        not null,
    case_id    uuid        not null,
    number     text        not null,
    title      text        not null,
    measure    text,                             -- of an appeal, which line
    ref        integer,
    reason     text        not null,
    note       text        not null,
    state      text        not null check (state in ('asked', 'granted', 'refused', 'withdrawn')),
    asked_by   uuid        not null,
    changed_at timestamptz not null,
    primary key (tenant, id)
);
create unique index request_live on assessment.request (tenant, package, name, kind, case_id, coalesce(measure, ''), coalesce(ref, 0))
    where state in ('asked', 'granted');
create index request_state on assessment.request (tenant, state, changed_at desc);

create table assessment.request_step (
    tenant  integer     not null,
    request uuid        not null,
    seq     integer     not null,
    step    text        not null,
    at      timestamptz not null,
    by_id   uuid        not null,
    by_name text        not null,
    note    text        not null,
    primary key (tenant, request, seq)
);

-- Figures that others report and somebody enters: peers of the district, and months before the own records begin. Never changed, only entered anew.
create table assessment.reference (
    tenant     integer     not null,
    id         uuid        not null,
    package    text        not null,
    name       text        not null,
    month      date        not null check (extract(day from month) = 1),
    peer       text,                             -- null for the own sub-district
    peer_en    text,
    measure    text        not null,             -- or total
    value      numeric(8, 4) not null check (value between 0 and 200),
    source     text        not null,
    by_name    text        not null,
    entered_at timestamptz not null,
    primary key (tenant, id)
);
create index reference_month on assessment.reference (tenant, package, name, month);

create function assessment.only_published() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'An edition of a score is never deleted: %', old.id using errcode = '23514';
    end if;
    if old.published_at is not null or to_jsonb(old) - 'published_at' - 'published_by_name' <> to_jsonb(new) - 'published_at' - 'published_by_name' then
        raise exception 'An edition of a score is never changed: %', old.id using errcode = '23514';
    end if;
    return new;
end $$;
create trigger edition_stays before update or delete on assessment.edition for each row execute function assessment.only_published();

create function assessment.never_changed() returns trigger language plpgsql as $$
begin
    raise exception '% keeps what was written', tg_table_name using errcode = '23514';
end $$;
create trigger line_stays before update or delete on assessment.line for each row execute function assessment.never_changed();
create trigger result_stays before update or delete on assessment.result for each row execute function assessment.never_changed();
create trigger step_stays before update or delete on assessment.request_step for each row execute function assessment.never_changed();
create trigger reference_stays before update or delete on assessment.reference for each row execute function assessment.never_changed();

-- For figures of packages: the latest published edition of each month. Scores are no secret among the units; the orders behind them are.
create view figures.score with (security_invoker) as
select e.id as edition, e.package, e.name, e.month, e.number, r.board, r.unit, r.orders, r.total, r.rank, r.parts, e.published_at
from assessment.edition e join assessment.result r on r.tenant = e.tenant and r.edition = e.id
where e.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer and e.published_at is not null
    and not exists (
        select from assessment.edition l
        where l.tenant = e.tenant and l.package = e.package and l.name = e.name and l.month = e.month and l.number > e.number and l.published_at is not null);

create view figures.reference_score with (security_invoker) as
select distinct on (f.package, f.name, f.month, coalesce(f.peer, ''), f.measure) f.id, f.package, f.name, f.month, f.peer, f.measure, f.value, f.source, f.entered_at
from assessment.reference f
where f.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer
order by f.package, f.name, f.month, coalesce(f.peer, ''), f.measure, f.entered_at desc, f.id desc;

create procedure figures.open_scores_to_packages() language plpgsql as $$
begin
    if exists (select from pg_roles where rolname = 'yiwang_figures') then
        grant select on all tables in schema figures to yiwang_figures;
        grant select (tenant, id, package, name, month, number, published_at) on assessment.edition to yiwang_figures;
        grant select (tenant, edition, board, unit, orders, total, rank, parts) on assessment.result to yiwang_figures;
        grant select (tenant, id, package, name, month, peer, measure, value, source, entered_at) on assessment.reference to yiwang_figures;
    end if;
end $$;
revoke execute on procedure figures.open_scores_to_packages() from public;

-- What the SQL of packages may see: views that leave out what is personal, narrowed to the session's own sub-district and to what the person asking may
-- see. They work with the rights of whoever asks (security_invoker): the role yiwang_figures may read the columns named below and nothing else, may not
-- enter the tables' schemas, owns nothing, and passes no policy. docs/figures.md says what each column means.
create schema figures;

-- Settings of a transaction, each missing where nothing is to be seen:
--   yiwang.tenant    the sub-district
--   yiwang.sees      "everything", or what the next three say
--   yiwang.areas, yiwang.committees   joined by commas
--   yiwang.unit      the person's own unit
--   yiwang.registers, yiwang.kept     registers that the person may read; those of them whose every entry the person sees
create view figures.cases with (security_invoker) as
select c.id, c.number, c.channel, c.category, c.title, c.urgency, c.cell, c.committee, c.area, c.lead as unit, c.stage, c.open, c.suspended, c.supervision,
    c.reporters,
    coalesce((c.notes ->> 'returns')::integer, 0) as returns,
    coalesce((c.notes ->> 'reworks')::integer, 0) as reworks,
    coalesce((c.notes ->> 'reopens')::integer, 0) as reopens,
    coalesce((c.notes ->> 'arbitrated')::boolean, false) as arbitrated,
    (c.notes ->> 'parent')::uuid as parent,
    (c.notes ->> 'mergedInto')::uuid as merged_into,
    cardinality(c.desk) as units,
    c.reported_at, (c.reported_at at time zone 'Asia/Shanghai')::date as reported_on,
    c.closed_at, (c.closed_at at time zone 'Asia/Shanghai')::date as closed_on
from casework.cases c
where c.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer
    and ((select current_setting('yiwang.sees', true) = 'everything')
        or c.area = any ((select string_to_array(current_setting('yiwang.areas', true), ','))::text[])
        or c.committee = any ((select string_to_array(current_setting('yiwang.committees', true), ','))::text[])
        or c.desk @> array[(select current_setting('yiwang.unit', true))]);

-- Steps that count; what was taken back within its minute is not among them.
create view figures.case_event with (security_invoker) as
select e.case_id, e.seq, e.at, (e.at at time zone 'Asia/Shanghai')::date as day, e.action, e.from_stage, e.to_stage, e.actor_kind, e.actor_unit, e.reason,
    c.number, c.title, c.channel, c.category, c.committee, c.area, c.unit
from casework.case_event e join figures.cases c on c.id = e.case_id
where e.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer and e.action <> 'undo'
    and not exists (
        select from casework.case_event u
        where u.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer and u.action = 'undo' and u.case_id = e.case_id
            and (u.effects -> 0 ->> 'seq')::integer = e.seq);

-- Steps taken back are few: with them in an index of their own, no figure looks through all steps for them.
create index case_event_undone on casework.case_event (tenant, case_id) where action = 'undo';

create view figures.case_clock with (security_invoker) as
select k.case_id, t.name, t.round, t.started_at, t.due_at, (t.due_at at time zone 'Asia/Shanghai')::date as due_on, t.stopped_at,
    (t.stopped_at at time zone 'Asia/Shanghai')::date as stopped_on, t.outcome, coalesce(json_array_length(t.extensions), 0) as extensions,
    coalesce(json_array_length(t.pauses), 0) as pauses, c.number, c.title, c.channel, c.category, c.committee, c.area, c.unit, c.reported_on, c.stage
from casework.case_clocks k
join figures.cases c on c.id = k.case_id
cross join lateral json_to_recordset(k.clocks) as t(name text, round integer, started_at timestamptz, due_at timestamptz, stopped_at timestamptz, outcome text,
    extensions json, pauses json)
where k.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer;

-- Each reporter's part in a case; who it was and what they wrote is not among it.
create view figures.case_report with (security_invoker) as
select r.id, r.case_id, r.channel, r.at, (r.at at time zone 'Asia/Shanghai')::date as day, r.answer_due_at, r.answered_at, r.satisfaction, r.solved,
    c.number, c.title, c.category, c.committee, c.area, c.unit
from casework.case_report r join figures.cases c on c.id = r.case_id
where r.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer;

create view figures.case_visit with (security_invoker) as
select c.id as case_id, t.at, (t.at at time zone 'Asia/Shanghai')::date as day, t.reached, t.solved, t.satisfaction, c.number, c.title, c.channel, c.category,
    c.committee, c.area, c.lead as unit
from casework.cases c
cross join lateral jsonb_to_recordset(c.notes -> 'visits') as t(at timestamptz, reached boolean, solved boolean, satisfaction integer)
where c.id in (select id from figures.cases) and c.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer;

create view figures.stop with (security_invoker) as
select s.id, s.package, s.round, s.subject, s.label, s.cell, s.committee, s.area, s.unit, s.period_from, s.period_to, s.slot, s.due_at, s.state,
    s.again is not null as is_again, s.again, s.again_failed, s.made_at, (s.made_at at time zone 'Asia/Shanghai')::date as made_on, s.metres, s.proven,
    s.failed, s.answers, coalesce(cardinality(s.photos), 0) as photos, coalesce(cardinality(s.cases), 0) as cases
from rounds.stop s
where s.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer
    and ((select current_setting('yiwang.sees', true) = 'everything')
        or s.area = any ((select string_to_array(current_setting('yiwang.areas', true), ','))::text[])
        or s.committee = any ((select string_to_array(current_setting('yiwang.committees', true), ','))::text[])
        or s.unit = (select current_setting('yiwang.unit', true)));

-- Which cases a stop opened.
create view figures.stop_case with (security_invoker) as
select s.id as stop_id, t.case_id
from rounds.stop s cross join lateral unnest(s.cases) as t(case_id)
where s.id in (select id from figures.stop) and s.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer;

-- Sealed fields are not among the data.
create view figures.entry with (security_invoker) as
select e.id, e.register, e.key, e.label,
    (select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(e.data) f where not starts_with(f.value #>> '{}', 'sm4:')) as data,
    e.cell, e.committee, e.area, e.refs, e.created_at, (e.created_at at time zone 'Asia/Shanghai')::date as created_on, e.changed_at, e.confirmed_at,
    e.retired_at, (e.retired_at at time zone 'Asia/Shanghai')::date as retired_on
from registry.entry e
where e.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer
    and e.register = any ((select string_to_array(current_setting('yiwang.registers', true), ','))::text[])
    and ((select current_setting('yiwang.sees', true) = 'everything')
        or e.register = any ((select string_to_array(current_setting('yiwang.kept', true), ','))::text[])
        or e.area = any ((select string_to_array(current_setting('yiwang.areas', true), ','))::text[])
        or e.committee = any ((select string_to_array(current_setting('yiwang.committees', true), ','))::text[]));

create view figures.unit with (security_invoker) as
select u.id, u.name, u.name_en, u.kind, u.parent from organisation.unit u
where u.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer;

create view figures.cell with (security_invoker) as
select f.code, f.committee, f.area from territory.feature f
where f.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer and f.layer = 'cell';

-- The role and its rights. Runs after every migration (afterMigrate__figures.sql), so that a role which an administrator made later gets them too.
create procedure figures.open_to_packages() language plpgsql as $$
begin
    begin
        if not exists (select from pg_roles where rolname = 'yiwang_figures') then
            create role yiwang_figures nologin;
        end if;
        if not pg_has_role(current_user, 'yiwang_figures', case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end) then
            execute format('grant yiwang_figures to %I', current_user);
        end if;
    exception when insufficient_privilege or duplicate_object or unique_violation or undefined_object then
        null;  -- whoever asks for a figure is told what is missing and what to do
    end;
    if not exists (select from pg_roles where rolname = 'yiwang_figures') then
        return;
    end if;
    grant usage on schema figures to yiwang_figures;
    grant select on all tables in schema figures to yiwang_figures;
    grant select (tenant, id, number, channel, category, title, urgency, cell, committee, area, lead, stage, open, suspended, supervision, reporters, notes, desk,
        reported_at, closed_at) on casework.cases to yiwang_figures;
    grant select (tenant, case_id, seq, at, action, from_stage, to_stage, actor_kind, actor_unit, reason, effects) on casework.case_event to yiwang_figures;
    grant select (tenant, case_id, clocks) on casework.case_clocks to yiwang_figures;
    grant select (tenant, id, case_id, channel, at, answer_due_at, answered_at, satisfaction, solved) on casework.case_report to yiwang_figures;
    grant select (tenant, id, package, round, subject, label, cell, committee, area, unit, period_from, period_to, slot, due_at, state, again, again_failed, made_at,
        metres, proven, failed, answers, photos, cases) on rounds.stop to yiwang_figures;
    grant select (tenant, id, register, key, label, data, cell, committee, area, refs, created_at, changed_at, confirmed_at, retired_at)
        on registry.entry to yiwang_figures;
    grant select (tenant, id, name, name_en, kind, parent) on organisation.unit to yiwang_figures;
    grant select (tenant, layer, code, committee, area) on territory.feature to yiwang_figures;
end $$;
revoke execute on procedure figures.open_to_packages() from public;

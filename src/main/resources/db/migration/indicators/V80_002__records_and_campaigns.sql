-- Cases are about records, rounds go over them, campaigns choose them: figures can say so. New columns of a view stand last.
create or replace view figures.cases with (security_invoker) as
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
    c.closed_at, (c.closed_at at time zone 'Asia/Shanghai')::date as closed_on,
    c.subject_register, c.subject_key, c.repeats
from casework.cases c
where c.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer
    and ((select current_setting('yiwang.sees', true) = 'everything')
        or c.area = any ((select string_to_array(current_setting('yiwang.areas', true), ','))::text[])
        or c.committee = any ((select string_to_array(current_setting('yiwang.committees', true), ','))::text[])
        or c.desk @> array[(select current_setting('yiwang.unit', true))]);

create or replace view figures.stop with (security_invoker) as
select s.id, s.package, s.round, s.subject, s.label, s.cell, s.committee, s.area, s.unit, s.period_from, s.period_to, s.slot, s.due_at, s.state,
    s.again is not null as is_again, s.again, s.again_failed, s.made_at, (s.made_at at time zone 'Asia/Shanghai')::date as made_on, s.metres, s.proven,
    s.failed, s.answers, coalesce(cardinality(s.photos), 0) as photos, coalesce(cardinality(s.cases), 0) as cases, s.register, s.campaign
from rounds.stop s
where s.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer
    and ((select current_setting('yiwang.sees', true) = 'everything')
        or s.area = any ((select string_to_array(current_setting('yiwang.areas', true), ','))::text[])
        or s.committee = any ((select string_to_array(current_setting('yiwang.committees', true), ','))::text[])
        or s.unit = (select current_setting('yiwang.unit', true)));

-- Narrowed once, in themselves: looked up a second time, the rows of a year take seconds where the database has no statistics of them yet.
create or replace view figures.stop_case with (security_invoker) as
select s.id as stop_id, t.case_id
from rounds.stop s cross join lateral unnest(s.cases) as t(case_id)
where s.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer and cardinality(s.cases) > 0
    and ((select current_setting('yiwang.sees', true) = 'everything')
        or s.area = any ((select string_to_array(current_setting('yiwang.areas', true), ','))::text[])
        or s.committee = any ((select string_to_array(current_setting('yiwang.committees', true), ','))::text[])
        or s.unit = (select current_setting('yiwang.unit', true)));

create or replace view figures.case_visit with (security_invoker) as
select c.id as case_id, t.at, (t.at at time zone 'Asia/Shanghai')::date as day, t.reached, t.solved, t.satisfaction, c.number, c.title, c.channel, c.category,
    c.committee, c.area, c.lead as unit
from casework.cases c
cross join lateral jsonb_to_recordset(c.notes -> 'visits') as t(at timestamptz, reached boolean, solved boolean, satisfaction integer)
where c.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer
    and ((select current_setting('yiwang.sees', true) = 'everything')
        or c.area = any ((select string_to_array(current_setting('yiwang.areas', true), ','))::text[])
        or c.committee = any ((select string_to_array(current_setting('yiwang.committees', true), ','))::text[])
        or c.desk @> array[(select current_setting('yiwang.unit', true))]);

-- Special campaigns (专项). Who sees a stop of one sees that there is one.
create view figures.campaign with (security_invoker) as
select p.id, p.package, p.round, p.name, p.unit, p.period_from, p.period_to, p.started_at, (p.started_at at time zone 'Asia/Shanghai')::date as started_on,
    p.ended_at, (p.ended_at at time zone 'Asia/Shanghai')::date as ended_on
from rounds.campaign p
where p.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer
    and ((select current_setting('yiwang.sees', true) = 'everything') or p.id in (select campaign from figures.stop));

-- Steps of handling that a case type asks for, each as it was taken.
create view figures.case_step with (security_invoker) as
select e.case_id, e.at, (e.at at time zone 'Asia/Shanghai')::date as day, f.fact ->> 'step' as step, c.number, c.title, c.channel, c.category, c.committee, c.area,
    c.unit
from casework.case_event e
join figures.cases c on c.id = e.case_id
cross join lateral json_array_elements(e.effects) as f(fact)
where e.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer and e.action = 'take-step' and f.fact ->> 'fact' = 'step-taken'
    and not exists (
        select from casework.case_event u
        where u.tenant = e.tenant and u.action = 'undo' and u.case_id = e.case_id and (u.effects -> 0 ->> 'seq')::integer = e.seq);

-- The rights on what is new; those that were given stay.
create procedure figures.open_records_to_packages() language plpgsql as $$
begin
    if not exists (select from pg_roles where rolname = 'yiwang_figures') then
        return;
    end if;
    grant select on all tables in schema figures to yiwang_figures;
    grant select (subject_register, subject_key, repeats) on casework.cases to yiwang_figures;
    grant select (register, campaign) on rounds.stop to yiwang_figures;
    grant select (tenant, id, package, round, name, unit, period_from, period_to, started_at, ended_at) on rounds.campaign to yiwang_figures;
end $$;
revoke execute on procedure figures.open_records_to_packages() from public;

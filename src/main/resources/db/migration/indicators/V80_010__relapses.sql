-- 回潮: what was closed and came back. One row a closed case of its own, with the first case after it of the same type about the same record, or within 50
-- metres, that came in within 30 days. Where exactly either is stays behind the view.
create view figures.relapse with (security_invoker) as
select c.id as case_id, c.number, c.title, c.category, c.cell, c.committee, c.area, c.unit, c.closed_at, c.closed_on,
    b.subject_register as register, b.subject_key as key, b.subject_label as spot,
    again.id as again_id, again.number as again_number, again.reported_at as again_at, again.reported_on as again_on
from figures.cases c
join casework.cases b on b.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer and b.id = c.id
left join lateral (
    select v.id, v.number, v.reported_at, v.reported_on
    from casework.cases d join figures.cases v on v.id = d.id
    where d.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer and d.category = b.category and d.id <> b.id
        and d.reported_at > b.closed_at and d.reported_at <= b.closed_at + interval '30 days'
        and v.parent is null and d.stage not in ('merged', 'declined', 'withdrawn')
        and ((d.subject_register = b.subject_register and d.subject_key = b.subject_key)
            or 111320 * sqrt(((d.lon - b.lon) * cos(radians(b.lat))) ^ 2 + (d.lat - b.lat) ^ 2) <= 50)
    order by d.reported_at, d.id
    limit 1) again on true
where c.stage = 'closed' and c.parent is null;

-- name: 立案率
-- formula: 本期收到的案件中已立案（含自处置）的 ÷ 本期收到的案件（GB/T 30428）
-- kind: rate
-- better: up
-- by: [committee, month]
-- order: 20
select c.committee, c.reported_on as month, 1 as denominator,
    case when c.id in (select case_id from figures.case_event where action in ('accept', 'self-handle')) then 1 else 0 end as numerator
from figures.cases c
where c.reported_on between :from and :to and c.parent is null
-- drill-down
select 'case' as kind, c.id, c.number || ' ' || c.title as label, c.reported_at as at, c.committee,
    c.id in (select case_id from figures.case_event where action in ('accept', 'self-handle')) as counts
from figures.cases c
where c.reported_on between :from and :to and c.parent is null

-- name: 结案率
-- formula: 全程时限在本期到期的案件中已结案的 ÷ 本期到期的案件（GB/T 30428）
-- kind: rate
-- better: up
-- by: [committee, unit, month]
-- order: 50
select committee, unit, due_on as month, 1 as denominator, case when outcome in ('met', 'missed') then 1 else 0 end as numerator
from figures.case_clock
where name = 'whole' and due_on between :from and :to and (outcome in ('met', 'missed') or outcome = 'running' and due_at < :now)
-- drill-down
select 'case' as kind, case_id as id, number || ' ' || title as label, due_at as at, committee, unit, outcome in ('met', 'missed') as counts
from figures.case_clock
where name = 'whole' and due_on between :from and :to and (outcome in ('met', 'missed') or outcome = 'running' and due_at < :now)

-- name: 热线按时办结率
-- formula: 全程时限在本期到期的热线工单中按时办结的 ÷ 本期到期的工单
-- kind: rate
-- better: up
-- by: [committee, unit, month]
-- order: 130
select committee, unit, due_on as month, 1 as denominator, case when outcome = 'met' then 1 else 0 end as numerator
from figures.case_clock
where name = 'whole' and channel = 'hotline' and due_on between :from and :to and (outcome in ('met', 'missed') or outcome = 'running' and due_at < :now)
-- drill-down
select 'case' as kind, case_id as id, number || ' ' || title as label, due_at as at, committee, unit, outcome = 'met' as counts
from figures.case_clock
where name = 'whole' and channel = 'hotline' and due_on between :from and :to and (outcome in ('met', 'missed') or outcome = 'running' and due_at < :now)

-- name: 按时处置率
-- formula: 本期到期的处置中按时处置的 ÷ 本期到期的处置（GB/T 30428）；返工和重新派遣的逐次计，暂停的不计
-- kind: rate
-- better: up
-- by: [committee, unit, month]
-- order: 40
select committee, unit, due_on as month, 1 as denominator, case when outcome = 'met' then 1 else 0 end as numerator
from figures.case_clock
where name = 'handle' and due_on between :from and :to and (outcome in ('met', 'missed') or outcome = 'running' and due_at < :now)
-- drill-down
select 'case' as kind, case_id as id, number || ' ' || title as label, due_at as at, committee, unit, outcome = 'met' as counts
from figures.case_clock
where name = 'handle' and due_on between :from and :to and (outcome in ('met', 'missed') or outcome = 'running' and due_at < :now)

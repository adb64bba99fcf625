-- name: 实际解决率
-- formula: 本期回访中答复“已解决”的 ÷ 本期有效回访
-- kind: rate
-- better: up
-- by: [committee, unit, month]
-- order: 140
select committee, unit, day as month, 1 as denominator, case when solved then 1 else 0 end as numerator
from figures.case_visit
where channel = 'hotline' and reached and solved is not null and day between :from and :to
-- drill-down
select 'case' as kind, case_id as id, number || ' ' || title as label, at, committee, unit, solved as counts
from figures.case_visit
where channel = 'hotline' and reached and solved is not null and day between :from and :to

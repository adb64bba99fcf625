-- name: 撤指导员试点小区
-- unit: 个
-- formula: 期末已开始撤指导员试点的小区，不重复
-- kind: count
-- better: up
-- by: [committee]
-- order: 50
select committee, 1 as value
from (
    select trial.estate, min(point.committee) as committee
    from figures.trial_estate trial
    join figures.entry point on point.register = 'waste-point' and point.key = trial.point
    where trial.starts_on <= :to
    group by trial.estate
) as pilot
-- drill-down
select distinct on (trial.estate) 'entry' as kind, point.id, trial.estate || ' ' || trial.title as label, point.changed_at as at, point.committee, point.register
from figures.trial_estate trial
join figures.entry point on point.register = 'waste-point' and point.key = trial.point
where trial.starts_on <= :to
order by trial.estate, trial.starts_on, point.key

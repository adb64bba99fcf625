create schema sorting;

-- 撤指导员试点: a trial of the withdrawal of on-site guides. Its plan may change until it starts; then only as its steps say.
create table sorting.trial (
    tenant       integer     not null,
    id           uuid        not null,
    title        text        not null,
    purpose      text        not null,
    days_before  integer     not null check (days_before > 0),
    days_after   integer     not null check (days_after > 0),
    put_back_at  integer,                                    -- alarms at a point within seven days; null for never
    state        text        not null check (state in ('planned', 'running', 'withdrawn', 'put-back', 'dropped')),
    seq          integer     not null,
    created_at   timestamptz not null,
    started_at   timestamptz,
    primary key (tenant, id)
);

-- Points without a guide.
create table sorting.treated (
    tenant      integer not null,
    trial       uuid    not null,
    point       text    not null,
    label       text    not null,
    estate      text    not null,
    starts_on   date    not null,
    back_on     date,
    back_reason text,
    primary key (tenant, trial, point)
);

-- Estates that keep theirs.
create table sorting.compared (
    tenant   integer not null,
    trial    uuid    not null,
    estate   text    not null,
    proposed boolean not null,
    reason   text    not null,
    primary key (tenant, trial, estate)
);

create table sorting.measure (
    tenant  integer          not null,
    trial   uuid             not null,
    measure text             not null,
    margin  double precision not null,
    late    boolean          not null,
    primary key (tenant, trial, measure)
);

create table sorting.step (
    tenant     integer     not null,
    trial      uuid        not null,
    seq        integer     not null,
    at         timestamptz not null,
    actor      uuid        not null,
    actor_name text        not null,
    action     text        not null,
    note       text        not null,
    result     jsonb,                                        -- what was known when something was decided upon it
    primary key (tenant, trial, seq)
);

-- Once it has started, where, against what and for how long is settled; what was decided stays.
create function sorting.fixed() returns trigger language plpgsql as $$
begin
    if (select started_at from sorting.trial where tenant = old.tenant and id = old.trial) is not null then
        if tg_op = 'DELETE' or tg_table_name = 'compared' then
            raise exception 'The plan of a trial that has started is fixed: %', old.trial using errcode = '23514';
        end if;
        if to_jsonb(old) - 'back_on' - 'back_reason' <> to_jsonb(new) - 'back_on' - 'back_reason' then
            raise exception 'The plan of a trial that has started is fixed: %', old.trial using errcode = '23514';
        end if;
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger treated_fixed before update or delete on sorting.treated for each row execute function sorting.fixed();
create trigger compared_fixed before update or delete on sorting.compared for each row execute function sorting.fixed();
create trigger measure_fixed before update or delete on sorting.measure for each row execute function sorting.fixed();

create function sorting.never_changed() returns trigger language plpgsql as $$
begin
    raise exception '% keeps what was written', tg_table_name using errcode = '23514';
end $$;
create trigger step_stays before update or delete on sorting.step for each row execute function sorting.never_changed();

-- For figures of packages: estates in which a trial was begun. That there is one is no secret; it speaks of no person.
create view figures.trial_estate with (security_invoker) as
select t.id as trial, t.title, t.state, p.estate, min(p.starts_on) as starts_on, min(p.point) as point, count(*)::integer as points
from sorting.trial t join sorting.treated p on p.tenant = t.tenant and p.trial = t.id
where t.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer and t.started_at is not null
group by t.id, t.title, t.state, p.estate;

create procedure figures.open_trials_to_packages() language plpgsql as $$
begin
    if exists (select from pg_roles where rolname = 'yiwang_figures') then
        grant select on all tables in schema figures to yiwang_figures;
        grant select (tenant, id, title, state, started_at) on sorting.trial to yiwang_figures;
        grant select (tenant, trial, point, estate, starts_on) on sorting.treated to yiwang_figures;
    end if;
end $$;
revoke execute on procedure figures.open_trials_to_packages() from public;

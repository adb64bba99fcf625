-- A step costs what it writes. All clocks of a case are one row, written once a step; and of the case's row nothing that changes with
-- every step stands in an index, so that most steps leave the indexes alone (PostgreSQL's heap-only updates). What is only ever
-- read as a whole is json and not jsonb: it is not taken apart, keeps its bytes, and a longer list begins like the shorter one before it, which the
-- write-ahead log then need not repeat.
create table casework.case_clocks (
    tenant  integer not null,
    case_id uuid    not null,
    clocks  json    not null,                    -- in the order in which they were started
    fire_at timestamptz,                         -- when the first of them has its say
    primary key (tenant, case_id)
) with (fillfactor = 60);

insert into casework.case_clocks (tenant, case_id, clocks, fire_at)
select tenant, case_id, json_agg(to_jsonb(k) - 'tenant' - 'case_id' order by started_at, name, round), min(fire_at)
from casework.case_clock k group by tenant, case_id;

drop table casework.case_clock;
create index case_clocks_fire on casework.case_clocks (fire_at) where fire_at is not null;

drop index casework.cases_open_due;
drop index casework.cases_open_committee;
drop index casework.cases_open_lead;
drop index casework.cases_desk;
drop index casework.case_event_at;
create index cases_open on casework.cases (tenant, area, committee) where open;
create index cases_open_lead on casework.cases (tenant, lead) where open;
create index cases_open_desk on casework.cases using gin (desk) where open;
alter table casework.cases set (fillfactor = 60);
alter table casework.case_event alter column effects type json;

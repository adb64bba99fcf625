-- Which cases a special supervision looks at, beside their categories; empty means all.
alter table lists.list
    add areas text[] not null default '{}',
    add units text[] not null default '{}';

-- The draw of a special supervision: what is needed to repeat it.
create table lists.sampling (
    tenant   integer     not null,
    list     uuid        not null,
    seed     text        not null,
    per_unit integer     not null,
    percent  integer     not null,
    until    timestamptz not null,
    days     integer     not null,            -- worked, for what failed
    problems uuid        not null,
    by       text        not null,
    primary key (tenant, list),
    foreign key (tenant, list) references lists.list (tenant, id),
    foreign key (tenant, problems) references lists.list (tenant, id)
);

-- Every closed case that was in the draw, as it was then: cases change, the draw does not.
create table lists.candidate (
    tenant    integer not null,
    list      uuid    not null,
    case_id   uuid    not null,
    number    text    not null,
    category  text    not null,
    committee text    not null,
    unit      text    not null,
    primary key (tenant, list, case_id),
    foreign key (tenant, list) references lists.sampling (tenant, list)
);

-- A drawn case and what was found when somebody looked at it again. The key of the draw keeps a case from being in a sample twice.
create table lists.recheck (
    tenant  integer not null,
    id      uuid    not null,
    list    uuid    not null,
    seq     integer not null,
    case_id uuid    not null,
    checker text    not null,
    verdict text,
    note    text,
    photos  uuid[],
    by      text,
    by_unit text,
    at      timestamptz,
    item    uuid,
    primary key (tenant, id),
    unique (tenant, list, case_id),
    foreign key (tenant, list, case_id) references lists.candidate (tenant, list, case_id),
    foreign key (tenant, item) references lists.item (tenant, id)
);
create index recheck_checker on lists.recheck (tenant, checker) where verdict is null;

-- What was done about something that failed again and again: an item, or a reason why nothing.
create table lists.risk (
    tenant   integer     not null,
    list     uuid        not null,
    category text        not null,
    unit     text        not null,
    item     uuid,
    words    text        not null,
    by       text        not null,
    at       timestamptz not null,
    primary key (tenant, list, category, unit),
    foreign key (tenant, list) references lists.sampling (tenant, list),
    foreign key (tenant, item) references lists.item (tenant, id)
);

-- Lists show what is open first.
create index item_open_due on lists.item (tenant, (ended_at is not null), due, id);
drop index lists.item_due;

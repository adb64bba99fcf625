create schema grids;

-- Departments that have a grid of their own. Duties are those of its grids that name none.
create table grids.department (
    tenant  integer not null,
    code    text    not null,
    rank    integer not null,
    name    text    not null,
    name_en text    not null,
    unit    text    not null,
    duties  jsonb   not null,
    primary key (tenant, code)
);

-- A department's grid from a day on, until the next edition does. Nothing of it is ever changed.
create table grids.edition (
    tenant        integer     not null,
    department    text        not null,
    number        integer     not null,
    valid_from    date        not null,
    taken_at      timestamptz not null,
    taken_by      uuid        not null,
    taken_by_name text        not null,
    note          text        not null,
    grids         integer     not null,
    primary key (tenant, department, number),
    foreign key (tenant, department) references grids.department (tenant, code)
);

create table grids.grid (
    tenant         integer not null,
    department     text    not null,
    edition        integer not null,
    code           text    not null,
    name           text    not null,
    name_en        text,
    holder_staff   uuid,
    holder_name    text    not null,
    holder_name_en text,
    duties         jsonb   not null,
    geometry       jsonb   not null,
    primary key (tenant, department, edition, code),
    foreign key (tenant, department, edition) references grids.edition (tenant, department, number)
);

-- Who decided whom a cell falls to, and why. The latest counts, as long as the shares are those that were seen.
create table grids.ruling (
    tenant        integer     not null,
    id            uuid        not null,
    cell          text        not null,
    department    text        not null,
    grid          text,                       -- null: nobody
    reason        text        not null,
    seen          jsonb       not null,       -- share of each grid when it was decided
    ruled_by      uuid        not null,
    ruled_by_name text        not null,
    ruled_at      timestamptz not null,
    primary key (tenant, id)
);
create index ruling_cell on grids.ruling (tenant, department, cell, ruled_at);

-- The duty table from a day on, until the next one does.
create table grids.duty_table (
    tenant            integer     not null,
    number            integer     not null,
    valid_from        date        not null,
    published_at      timestamptz not null,
    published_by      uuid        not null,
    published_by_name text        not null,
    note              text        not null,
    restores          integer,
    primary key (tenant, number)
);

create table grids.line (
    tenant     integer          not null,
    number     integer          not null,
    cell       text             not null,
    department text             not null,
    edition    integer          not null,
    grid       text,                          -- null: nobody
    share      double precision not null,
    finding    text             not null,
    reason     text,
    decided_by text,
    primary key (tenant, number, cell, department),
    foreign key (tenant, number) references grids.duty_table (tenant, number)
);

create table grids.leader (
    tenant  integer not null,
    number  integer not null,
    area    text    not null,
    staff   uuid,
    name    text    not null,
    name_en text,
    primary key (tenant, number, area),
    foreign key (tenant, number) references grids.duty_table (tenant, number)
);

create schema scenario;

-- Every version of every package that was ever taken in. It never changes: records refer to it by its number.
create table scenario.version (
    tenant   integer     not null,
    package  text        not null,
    number   integer     not null,
    label    text        not null,               -- as its makers count, such as 1.2
    digest   bytea       not null,               -- SM3 over paths and contents
    content  bytea       not null,               -- zip archive
    by_staff text        not null,               -- account, or system for what comes with the program
    at       timestamptz not null,
    primary key (tenant, package, number)
);
create unique index version_digest on scenario.version (tenant, package, digest);
create unique index version_label on scenario.version (tenant, package, label);

-- Which version counted from when; the last row of a package is in force.
create table scenario.publication (
    tenant   integer     not null,
    package  text        not null,
    seq      integer     not null,
    version  integer     not null,
    by_staff text        not null,
    at       timestamptz not null,
    primary key (tenant, package, seq),
    foreign key (tenant, package, version) references scenario.version (tenant, package, number)
);

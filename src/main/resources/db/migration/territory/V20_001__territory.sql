create schema territory;

-- Everything on the map of a sub-district. Which cell a point lies in is answered in memory; here lies what all nodes read.
create table territory.feature (
    tenant    integer not null,
    layer     text    not null,
    code      text    not null,
    name      text,
    name_en   text,
    unit      text,
    committee text,
    area      text,
    class     text,
    min_lon   double precision not null,
    min_lat   double precision not null,
    max_lon   double precision not null,
    max_lat   double precision not null,
    geometry  jsonb   not null,
    primary key (tenant, layer, code)
);

-- Grows with every change of a map, so that each node knows when its copy is old.
create table territory.edition (
    tenant     integer     not null primary key,
    number     bigint      not null,
    changed_at timestamptz not null
);

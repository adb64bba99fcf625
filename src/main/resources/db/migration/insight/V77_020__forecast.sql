-- The coming week's load as it was forecast after a day. What came in by then no longer changes during the day, and half a year is played for each category.
create table insight.forecast (
    tenant  integer     not null primary key,
    day     date        not null,               -- the last one that it knows of
    made_at timestamptz not null,
    lines   jsonb       not null
);

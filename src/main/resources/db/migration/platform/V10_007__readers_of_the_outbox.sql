-- How far each named reader of the outbox has come: a snapshot whose transactions it has seen.
create table platform.outbox_reader (
    tenant integer not null,
    name   text    not null,
    seen   text    not null,
    primary key (tenant, name)
);

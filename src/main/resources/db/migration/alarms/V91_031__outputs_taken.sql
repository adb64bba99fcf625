-- How far the outputs of the engine on other machines were taken in, in one transaction with what they changed.
create table alarms.taken (
    tenant      integer  not null,
    topic       text     not null,
    partition   smallint not null,
    next_offset bigint   not null,
    primary key (tenant, topic, partition)
);

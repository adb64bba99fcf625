-- Numbers: platform 10, worktime 15, territory 20, organisation 30, attachment 40, notification 50, casework 60, exchange 90.
create schema platform;

-- What happened, for everyone who follows along: the live feed of every node, notices, adapters to the outside.
-- tx lets a reader see every row exactly when its transaction is over: ids alone commit out of order.
create table platform.outbox (
    id       bigint generated always as identity primary key,
    tx       xid8        not null default pg_current_xact_id(),
    tenant   integer     not null,
    topic    text        not null,
    key      uuid        not null,
    payload  jsonb       not null,
    at       timestamptz not null
);
create index outbox_tx on platform.outbox (tx, id);

create table platform.idempotency (
    tenant  integer     not null,
    key     text        not null,
    owner   text        not null,
    request bytea       not null,
    status  integer,
    answer  text,
    at      timestamptz not null,
    primary key (tenant, owner, key)
);

create schema exchange;

-- Keys of other systems. The key itself is shown once and stored only as a hash.
create table exchange.api_key (
    tenant     integer     not null,
    id         uuid        not null,
    holder     text        not null,
    key_hash   bytea       not null,
    created_at timestamptz not null,
    created_by text        not null,
    revoked_at timestamptz,
    primary key (tenant, id)
);
create unique index api_key_hash on exchange.api_key (key_hash);

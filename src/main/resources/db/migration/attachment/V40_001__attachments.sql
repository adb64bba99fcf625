create schema attachment;

-- What was uploaded and by whom. The bytes stand in the data folder under the same id.
create table attachment.attachment (
    tenant        integer     not null,
    id            uuid        not null,
    owner_kind    text        not null,
    owner         text        not null,
    name          text        not null,
    content_type  text        not null,
    width         integer,
    height        integer,
    size          bigint      not null,
    lon           double precision,
    lat           double precision,
    taken_at      timestamptz,
    hash          bytea       not null,          -- SM3 of the bytes as kept
    original_hash bytea       not null,          -- SM3 of the bytes as uploaded
    at            timestamptz not null,
    primary key (tenant, id)
);
create index attachment_at on attachment.attachment (at);

-- What an attachment belongs to. The module that made the link decides who sees it.
create table attachment.link (
    tenant     integer     not null,
    attachment uuid        not null,
    kind       text        not null,
    matter     uuid        not null,
    at         timestamptz not null default now(),
    primary key (tenant, kind, matter, attachment),
    foreign key (tenant, attachment) references attachment.attachment (tenant, id)
);
create index link_attachment on attachment.link (tenant, attachment);

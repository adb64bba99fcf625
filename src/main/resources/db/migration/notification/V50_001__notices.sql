create schema notification;

-- The inbox: one row per person. Other channels read from here what they have to deliver; the row itself is the record.
create table notification.notice (
    tenant    integer     not null,
    id        uuid        not null,
    recipient uuid        not null,
    at        timestamptz not null,
    kind      text        not null,
    urgent    boolean     not null,
    title_zh  text        not null,
    title_en  text        not null,
    text_zh   text        not null,
    text_en   text        not null,
    matter    uuid,
    number    text,
    once      text,                              -- the same reason tells the same person once
    read_at   timestamptz,
    primary key (tenant, id)
);
create index notice_inbox on notification.notice (tenant, recipient, at desc, id desc);
create index notice_unread on notification.notice (tenant, recipient) where read_at is null;
create unique index notice_once on notification.notice (tenant, recipient, once) where once is not null;
create index notice_at on notification.notice (at);

-- The keys that personal data has been sealed with, by fingerprint: a lost or a wrong key file is known before anything is written with it.
create table platform.data_key (
    id          text        primary key,
    fingerprint bytea       not null,
    at          timestamptz not null
);

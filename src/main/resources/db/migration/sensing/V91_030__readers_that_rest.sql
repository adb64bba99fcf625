-- A reader in whose place another reads. It can come back as long as the log still has what it has not read.
alter table sensing.reader add column resting boolean not null default false;

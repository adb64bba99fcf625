-- The record that a case is about, for lists of one record's cases and for counting repeats.
alter table casework.cases add column subject_register text;
alter table casework.cases add column subject_key text;
alter table casework.cases add column subject_label text;
alter table casework.cases add column repeats smallint;          -- earlier cases of the type about it, within the type's days; null where nobody counts
create index cases_subject on casework.cases (tenant, subject_register, subject_key, reported_at desc) where subject_key is not null;

-- Name and telephone are sealed by the application (sm4:<key>:...); the blind index finds the same caller again.
alter table casework.case_report add column phone_index bytea;
create index case_report_phone on casework.case_report (tenant, phone_index) where phone_index is not null;
comment on column casework.case_report.name is 'sealed';
comment on column casework.case_report.phone is 'sealed';

-- Who settled like matters within a year: for the suggestion of a lead.
create index cases_category_reported on casework.cases (tenant, category, reported_at desc);

-- The picture that another system keeps for a report (media_url of Open311): shown as a link, never opened by us.
alter table casework.case_report add column link text;

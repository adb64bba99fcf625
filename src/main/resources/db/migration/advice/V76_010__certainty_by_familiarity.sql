-- One temperature for each band of how familiar the words are; a version of before has none and keeps its one for all.
alter table advice.model add temperatures double precision[];

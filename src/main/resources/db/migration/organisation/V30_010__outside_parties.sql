-- 外部单位: companies that take cases over. They sign in themselves and see what was given to them alone.
update organisation.unit set kind = 'party' where kind = 'outside';

-- 外部单位: companies that take cases over. They sign in themselves and see what was given to them alone.
update organisation.unit set kind = 'party' where kind = 'outside';

-- Whoever belongs to one is an outsider, whatever the account was allowed before; sessions end, so that no screen goes on with the old rights.
create temporary table of_parties on commit drop as
select s.tenant, s.id from organisation.staff s join organisation.unit u on u.tenant = s.tenant and u.id = s.unit where u.kind = 'party';
delete from organisation.staff_role r using of_parties p where r.tenant = p.tenant and r.staff = p.id;
insert into organisation.staff_role (tenant, staff, role) select tenant, id, 'party' from of_parties;
delete from organisation.staff_scope c using of_parties p where c.tenant = p.tenant and c.staff = p.id;
delete from organisation.session n using of_parties p where n.tenant = p.tenant and n.staff = p.id;

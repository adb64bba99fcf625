-- Bookings and trips as figures see them: without persons, addresses and free words.
create view figures.booking with (security_invoker) as
select b.id, b.number, b.package, b.offering, b.unit, b.day, b.until, b.state, b.by_unit is not null as by_staff,
    b.booked_at, (b.booked_at at time zone 'Asia/Shanghai')::date as booked_on, b.settled_at,
    (b.settled_at at time zone 'Asia/Shanghai')::date as settled_on, p.cell, p.committee, p.area, p.trip, p.disputed_at, p.case_id,
    p.collected as kilograms
from booking.booking b join booking.pickup p on p.tenant = b.tenant and p.booking = b.id
where b.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer
    and ((select current_setting('yiwang.sees', true) = 'everything')
        or p.area = any ((select string_to_array(current_setting('yiwang.areas', true), ','))::text[])
        or p.committee = any ((select string_to_array(current_setting('yiwang.committees', true), ','))::text[])
        or b.unit = (select current_setting('yiwang.unit', true)));

-- One row a material that was weighed at a stop.
create view figures.collected with (security_invoker) as
select b.id as booking_id, b.number, b.package, b.offering, b.unit, b.committee, b.area, b.settled_at, b.settled_on, w.key as material, w.value::integer as kilograms
from figures.booking b
join booking.pickup p on p.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer and p.booking = b.id
cross join lateral jsonb_each_text(p.outcome -> 'kilograms') as w
where b.state = 'served';

create view figures.trip with (security_invoker) as
select t.id, t.number, t.package, t.offering, t.unit, t.day, t.state, t.metres, t.gross - t.tare as net, t.station, t.site, t.closed_at,
    (t.closed_at at time zone 'Asia/Shanghai')::date as closed_on, t.explanation is not null as is_explained
from booking.trip t
where t.tenant = nullif(current_setting('yiwang.tenant', true), '')::integer
    and ((select current_setting('yiwang.sees', true) = 'everything')
        or t.unit = (select current_setting('yiwang.unit', true)));

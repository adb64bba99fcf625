-- On a new server the role is made by this, and this file comes before that of figures.
call figures.open_to_packages();
-- The views of bookings work with the rights of whoever asks, and so need these columns and no others.
do $$
begin
    if exists (select from pg_roles where rolname = 'yiwang_figures') then
        grant select on figures.booking, figures.collected, figures.trip to yiwang_figures;
        grant select (tenant, id, number, package, offering, unit, day, until, state, by_unit, booked_at, settled_at) on booking.booking to yiwang_figures;
        grant select (tenant, booking, cell, committee, area, trip, disputed_at, case_id, outcome, collected) on booking.pickup to yiwang_figures;
        grant select (tenant, id, number, package, offering, unit, day, state, metres, gross, tare, station, site, closed_at, explanation)
            on booking.trip to yiwang_figures;
    end if;
end $$;

-- The view of relapses works with the rights of whoever asks, and so needs these columns beside those of the other views.
do $$
begin
    if exists (select from pg_roles where rolname = 'yiwang_figures') then
        grant select (lon, lat, subject_register, subject_key, subject_label) on casework.cases to yiwang_figures;
    end if;
end $$;

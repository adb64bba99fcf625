package org.yiwang.worktime;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The calendar file as data: which days are holidays, which weekends are worked, and the hours of a working day. */
record CalendarData(Map<String, List<String>> hours, Map<Integer, Year> years) {

    record Year(String notice, List<Holiday> holidays, List<LocalDate> makeUp) {}

    record Holiday(LocalDate from, LocalDate to, String zh, String en) {}

    static CalendarData read(InputStream yaml) {
        return new YAMLMapper().readValue(yaml, CalendarData.class);
    }

    List<String> shifts(String name) {
        List<String> shifts = hours.get(name);
        if (shifts == null)
            throw new IllegalArgumentException("No hours are called %s. Known: %s".formatted(name, hours.keySet()));
        return shifts;
    }

    Map<LocalDate, Holiday> holidays() {
        Map<LocalDate, Holiday> days = new HashMap<>();
        for (Year year : years.values()) {
            for (Holiday holiday : year.holidays()) {
                holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(day -> days.put(day, holiday));
            }
        }
        return days;
    }

    Set<LocalDate> makeUpDays() {
        Set<LocalDate> days = new HashSet<>();
        for (Year year : years.values()) days.addAll(year.makeUp());
        return days;
    }

    @Nullable
    String notice(int year) {
        Year known = years.get(year);
        return known == null ? null : known.notice();
    }
}

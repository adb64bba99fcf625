package org.yiwang.worktime;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A calendar file as data: which days are holidays, which weekends are worked, and the hours of a working day.
 *
 * @param hours by the name of the calendar that keeps them
 * @param years by number
 */
record CalendarData(SortedMap<String, Hours> hours, SortedMap<Integer, Year> years) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Which days a calendar works. */
    enum Days {
        /** Mondays to Fridays and make-up days, without holidays. */
        WORKING,
        /** All days of the year. */
        EVERY;

        @JsonValue
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Days of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** @param shifts such as {@code 09:00-12:00}, in order */
    record Hours(Days days, List<String> shifts) {
        Hours {
            Objects.requireNonNull(days, "days is missing. Write working or every.");
            Objects.requireNonNull(shifts, "shifts is missing. Write them like [09:00-12:00].");
        }
    }

    /**
     * @param notice what fixes the holidays
     * @param provisional the notice is not out yet, so the days may still change
     */
    record Year(String notice, @Nullable Boolean provisional, List<Holiday> holidays) {
        Year {
            Objects.requireNonNull(notice, "notice is missing. Write what fixes the year's holidays.");
            Objects.requireNonNull(holidays, "holidays is missing. Write each with from, to, zh and en.");
        }

        boolean isProvisional() {
            return Boolean.TRUE.equals(provisional);
        }
    }

    /**
     * @param to the last day off
     * @param makeUp weekend days worked in exchange
     */
    record Holiday(LocalDate from, LocalDate to, String zh, String en, List<LocalDate> makeUp) {
        Holiday {
            Objects.requireNonNull(from, "from is missing. Write the first day off.");
            Objects.requireNonNull(to, "to is missing. Write the last day off.");
            Objects.requireNonNull(zh, "zh is missing. Write the holiday's Chinese name.");
            Objects.requireNonNull(en, "en is missing. Write the holiday's English name.");
        }

        @JsonCreator
        static Holiday of(LocalDate from, LocalDate to, String zh, String en, @Nullable List<LocalDate> makeUp) {
            return new Holiday(from, to, zh, en, makeUp == null ? List.of() : makeUp);
        }

        List<LocalDate> days() {
            return from.isAfter(to)
                    ? List.of()
                    : from.datesUntil(to.plusDays(1)).toList();
        }
    }

    @JsonCreator
    static CalendarData of(@Nullable SortedMap<String, Hours> hours, @Nullable SortedMap<Integer, Year> years) {
        return new CalendarData(hours == null ? new TreeMap<>() : hours, years == null ? new TreeMap<>() : years);
    }

    static CalendarData read(InputStream yaml) {
        return YAML.readValue(yaml, CalendarData.class);
    }

    /** These calendars and years, those of {@code other} in place of ours where both have one. */
    CalendarData overlaid(CalendarData other) {
        SortedMap<String, Hours> allHours = new TreeMap<>(hours);
        allHours.putAll(other.hours);
        SortedMap<Integer, Year> allYears = new TreeMap<>(years);
        allYears.putAll(other.years);
        return new CalendarData(allHours, allYears);
    }
}

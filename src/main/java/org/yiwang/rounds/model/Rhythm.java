package org.yiwang.rounds.model;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.firstDayOfMonth;
import static java.time.temporal.TemporalAdjusters.firstDayOfYear;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** How often a round comes round. */
public enum Rhythm {
    DAY,
    WORKING_DAY,
    WEEK,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR;

    public static Rhythm of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The period that a day lies in; none on a day off where only working days count. What has a week or more falls due on the last working day of its
     * period, so that nobody is asked for it on a holiday.
     *
     * @param works whether people work on a day, make-up days included
     */
    public Optional<Period> periodOf(LocalDate day, Predicate<LocalDate> works) {
        if (this == WORKING_DAY && !works.test(day)) return Optional.empty();
        LocalDate from = first(day);
        LocalDate last = next(from).minusDays(1);
        return Optional.of(new Period(from, isOneDay() ? last : lastWorking(from, last, works)));
    }

    private boolean isOneDay() {
        return this == DAY || this == WORKING_DAY;
    }

    private LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY, WORKING_DAY -> day;
            case WEEK -> day.with(previousOrSame(MONDAY));
            case MONTH -> day.with(firstDayOfMonth());
            case QUARTER -> day.with(firstDayOfMonth()).minusMonths((day.getMonthValue() - 1) % 3);
            case HALF_YEAR -> day.with(firstDayOfMonth()).minusMonths((day.getMonthValue() - 1) % 6);
            case YEAR -> day.with(firstDayOfYear());
        };
    }

    private LocalDate next(LocalDate from) {
        return switch (this) {
            case DAY, WORKING_DAY -> from.plusDays(1);
            case WEEK -> from.plusWeeks(1);
            case MONTH -> from.plusMonths(1);
            case QUARTER -> from.plusMonths(3);
            case HALF_YEAR -> from.plusMonths(6);
            case YEAR -> from.plusYears(1);
        };
    }

    /** A week that is one long holiday keeps its last day. */
    private static LocalDate lastWorking(LocalDate from, LocalDate last, Predicate<LocalDate> works) {
        for (LocalDate day = last; !day.isBefore(from); day = day.minusDays(1)) if (works.test(day)) return day;
        return last;
    }
}

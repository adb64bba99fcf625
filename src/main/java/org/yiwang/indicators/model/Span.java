package org.yiwang.indicators.model;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Days that a figure is about, the last one included. */
public record Span(LocalDate from, LocalDate to) {

    /** How far back the period before lies. */
    public enum Step {
        /** As far as it is long. */
        DAYS,
        MONTH,
        QUARTER,
        YEAR;

        public static Step of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** What it is compared with. The end of a month is compared with the end of a month. */
    public Span before(Step step) {
        return switch (step) {
            case DAYS -> new Span(from.minusDays(days()), to.minusDays(days()));
            case MONTH -> monthsBefore(1);
            case QUARTER -> monthsBefore(3);
            case YEAR -> monthsBefore(12);
        };
    }

    private Span monthsBefore(int months) {
        LocalDate end = to.minusMonths(months);
        boolean isMonthsEnd = to.equals(to.with(lastDayOfMonth()));
        return new Span(from.minusMonths(months), isMonthsEnd ? end.with(lastDayOfMonth()) : end);
    }

    /** The months that it touches, each as far as it lies within. */
    public List<Span> months() {
        return Stream.iterate(YearMonth.from(from), month -> !month.atDay(1).isAfter(to), month -> month.plusMonths(1))
                .map(month -> new Span(later(from, month.atDay(1)), earlier(to, month.atEndOfMonth())))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

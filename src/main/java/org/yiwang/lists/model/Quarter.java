package org.yiwang.lists.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** The days that a special supervision covers, both ends included. Mostly a calendar quarter, but any span will do. */
public record Quarter(LocalDate from, LocalDate to) {
    public Quarter {
        if (to.isBefore(from)) throw new IllegalArgumentException(to + " is before " + from);
    }

    /** The span just before: as many whole months where this one is whole months, otherwise as many days. */
    public Quarter before() {
        if (!isWholeMonths()) return new Quarter(from.minusDays(days()), from.minusDays(1));
        long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
        return new Quarter(from.minusMonths(months), from.minusDays(1));
    }

    /** What has passed of it by the end of {@code today}; its first day where it has not begun. */
    public Quarter until(LocalDate today) {
        LocalDate end = today.isBefore(from) ? from : today;
        return end.isBefore(to) ? new Quarter(from, end) : this;
    }

    /** So much of the span before as has passed of this one: a running quarter is not held against a whole one. */
    public Quarter sameTimeBefore(LocalDate today) {
        Quarter passed = until(today);
        Quarter before = before();
        return passed.to().equals(to) ? before : before.until(before.from().plusDays(passed.days() - 1));
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    private boolean isWholeMonths() {
        return from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
    }
}

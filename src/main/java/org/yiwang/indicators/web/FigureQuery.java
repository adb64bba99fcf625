package org.yiwang.indicators.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.yiwang.indicators.model.Span;
import org.yiwang.platform.Refusal;
import org.yiwang.worktime.WorkCalendar;

/**
 * The days that a figure is about, and which of its records.
 *
 * @param from first day; the first of the month where it is left out
 * @param to last day; today where it is left out
 * @param counts of a rate, only records that count for it, or only those that do not
 */
record FigureQuery(
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
        @Nullable String committee,
        @Nullable String unit,
        @Nullable Boolean counts) {
    static final int DAYS_MAX = 1_830;

    Span span(Instant now) {
        LocalDate last = Objects.requireNonNullElse(to, LocalDate.ofInstant(now, WorkCalendar.ZONE));
        LocalDate first = Objects.requireNonNullElse(from, last.withDayOfMonth(1));
        if (first.isAfter(last) || first.plusDays(DAYS_MAX).isBefore(last))
            throw Refusal.invalid("from", "indicators.days", DAYS_MAX).exception();
        return new Span(first, last);
    }
}

package org.yiwang.sorting.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.web.Needs;
import org.yiwang.sorting.ViewEstates;
import org.yiwang.sorting.model.Observed.Days;
import org.yiwang.sorting.web.EstateViews.EstateDetail;
import org.yiwang.sorting.web.EstateViews.EstateList;
import org.yiwang.worktime.WorkCalendar;

/** Correct rates by estate, and what lies behind them. */
@RestController
@RequestMapping("/api/v1/sorting")
class EstateController {
    private final ViewEstates view;
    private final Clock clock;

    EstateController(ViewEstates view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    /** @param from first day; twelve months back where it is left out */
    @Needs("sorting.read")
    @GetMapping("/estates")
    EstateList estates(
            Staff staff,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
        Days days = ViewEstates.days(from, to, today());
        return EstateList.of(days, view.lines(staff, days, clock.instant()));
    }

    /** @param name of the estate */
    @Needs("sorting.read")
    @GetMapping("/estate")
    EstateDetail estate(
            Staff staff,
            @RequestParam String name,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
        Days days = ViewEstates.days(from, to, today());
        return EstateDetail.of(days, view.estate(staff, name, days, clock.instant()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    }
}

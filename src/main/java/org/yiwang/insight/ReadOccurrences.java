package org.yiwang.insight;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CaseTraces;
import org.yiwang.casework.CaseTraces.Trace;
import org.yiwang.insight.model.DayFactors;
import org.yiwang.insight.model.Ground;
import org.yiwang.insight.model.Occurrence;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.DayKind;
import org.yiwang.worktime.WorkCalendar;

/** Cases of all sources as the analysis sees them. */
@Component
class ReadOccurrences {
    /** A corner is about 50 metres wide at this latitude. */
    private static final double CORNER_LAT = 0.00045;

    private static final double CORNER_LON = 0.00053;

    private final CaseTraces traces;
    private final MapGround grounds;
    private final WorkCalendar calendar;

    ReadOccurrences(CaseTraces traces, MapGround grounds, WorkCalendar calendar) {
        this.traces = traces;
        this.grounds = grounds;
        this.calendar = calendar;
    }

    Ground ground(Tenant tenant) {
        return grounds.of(tenant);
    }

    /** Both days included; cases outside the map's cells are left out. */
    List<Occurrence> between(Tenant tenant, LocalDate first, LocalDate last) {
        Ground ground = grounds.of(tenant);
        return traces
                .between(
                        tenant,
                        first.atStartOfDay(WorkCalendar.ZONE).toInstant(),
                        last.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant())
                .stream()
                .filter(trace -> ground.number(trace.cell()) >= 0)
                .map(trace -> occurrence(trace, ground))
                .toList();
    }

    /** What kind of day it is to the factors of weekdays and holidays. */
    int group(LocalDate day) {
        if (day.isBefore(calendar.first()) || day.isAfter(calendar.last()))
            return day.getDayOfWeek().getValue() - 1;
        DayKind kind = calendar.kind(day);
        return switch (kind) {
            case HOLIDAY -> DayFactors.HOLIDAY;
            case MAKE_UP -> DayFactors.MAKE_UP;
            case WORKING, WEEKEND -> day.getDayOfWeek().getValue() - 1;
        };
    }

    private static Occurrence occurrence(Trace trace, Ground ground) {
        return new Occurrence(
                trace.id(),
                trace.category(),
                ground.number(trace.cell()),
                ZonedDateTime.ofInstant(trace.reportedAt(), WorkCalendar.ZONE).toLocalDate(),
                Math.round(trace.lat() / CORNER_LAT) + "/" + Math.round(trace.lon() / CORNER_LON),
                trace.address(),
                trace.subject(),
                trace.subjectLabel(),
                trace.caller());
    }
}

package org.yiwang.casework;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.worktime.WorkCalendar;

/** The numbers on the screens, each narrowed to what the person may see. */
@Service
public class CountCases {
    private static final Map<String, String> KEYS = Map.of(
            "cell",
            "c.cell",
            "committee",
            "c.committee",
            "area",
            "c.area",
            "unit",
            "c.lead",
            "category",
            "c.category",
            "state",
            "c.stage");
    private static final Duration WEEK = Duration.ofDays(7);

    /** One row of counters. Late and soon mean the binding clock; today is the local day. */
    public record Counter(
            String key, long open, long late, long soon, long supervised, long reportedToday, long closedToday) {}

    /** An hour of today beside the same hour a week before. */
    public record Hour(int hour, long today, long before) {}

    /** Today at a glance, with the same weekday before up to the same time of day. */
    public record Today(
            Instant now,
            long open,
            long late,
            long soon,
            long supervised,
            long reportedToday,
            long closedToday,
            long reportedBefore,
            long closedBefore,
            @Nullable Double onTimeRate,
            List<Hour> byHour) {}

    private final JdbcClient db;

    CountCases(JdbcClient db) {
        this.db = db;
    }

    /**
     * Counters by each of the dimensions asked for, all of one moment.
     *
     * @throws org.yiwang.platform.RefusedException when one of them is not known
     */
    public Map<String, List<Counter>> by(Staff staff, List<String> dimensions, Instant now) {
        dimensions.stream()
                .filter(dimension -> !KEYS.containsKey(dimension))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Refusal.invalid("by", "case.unknown-dimension", unknown, KEYS.keySet())
                            .exception();
                });
        Map<String, List<Counter>> counters = new LinkedHashMap<>();
        for (String dimension : dimensions) counters.put(dimension, new ArrayList<>());
        Set<String> wanted = counters.keySet();
        // A case without a leading unit counts in no unit.
        db.sql("""
               select * from (
                   select case %s end as dimension, coalesce(%s) as key,
                       count(*) filter (where c.open) as open,
                       count(*) filter (where c.open and not c.clock_paused and c.clock_due < :now) as late,
                       count(*) filter (where c.open and not c.clock_paused and c.clock_due between :now and :now::timestamptz + interval '4 hours') as soon,
                       count(*) filter (where c.open and c.supervision > 0) as supervised,
                       count(*) filter (where c.reported_at >= :midnight) as reported_today,
                       count(*) filter (where c.closed_at >= :midnight) as closed_today
                   from casework.cases c
                   where c.tenant = :tenant and (c.open or c.reported_at >= :midnight or c.closed_at >= :midnight) and %s
                   group by grouping sets (%s)) counted
               where key is not null
               order by open desc, key
               """.formatted(
                                each(wanted, "when grouping(%2$s) = 0 then '%1$s'", " "),
                                each(wanted, "%2$s", ", "),
                                CaseSight.CONDITION,
                                each(wanted, "(%2$s)", ", ")))
                .params(parameters(staff, now))
                .query(row -> {
                    counters.computeIfAbsent(row.getString("dimension"), _ -> new ArrayList<>())
                            .add(counter(row));
                });
        return counters;
    }

    /** A piece of SQL for each dimension, from its name and its column. */
    private static String each(Set<String> dimensions, String piece, String between) {
        return dimensions.stream()
                .map(dimension -> piece.formatted(dimension, KEYS.get(dimension)))
                .collect(joining(between));
    }

    private static Counter counter(ResultSet row) throws SQLException {
        return new Counter(
                row.getString("key"),
                row.getLong("open"),
                row.getLong("late"),
                row.getLong("soon"),
                row.getLong("supervised"),
                row.getLong("reported_today"),
                row.getLong("closed_today"));
    }

    public Today today(Staff staff, Instant now) {
        Map<String, Object> parameters = parameters(staff, now);
        parameters.put("beforeMidnight", Timestamp.from(midnight(now).minus(WEEK)));
        parameters.put("before", Timestamp.from(now.minus(WEEK)));
        List<Hour> hours = hours(parameters);
        return db.sql("""
                      select count(*) filter (where c.open) as open,
                          count(*) filter (where c.open and not c.clock_paused and c.clock_due < :now) as late,
                          count(*) filter (where c.open and not c.clock_paused and c.clock_due between :now and :now::timestamptz + interval '4 hours') as soon,
                          count(*) filter (where c.open and c.supervision > 0) as supervised,
                          count(*) filter (where c.reported_at >= :midnight and c.reported_at <= :now) as reported_today,
                          count(*) filter (where c.closed_at >= :midnight and c.closed_at <= :now) as closed_today,
                          count(*) filter (where c.reported_at >= :beforeMidnight and c.reported_at <= :before) as reported_before,
                          count(*) filter (where c.closed_at >= :beforeMidnight and c.closed_at <= :before) as closed_before
                      from casework.cases c
                      where c.tenant = :tenant and (c.open or c.reported_at >= :beforeMidnight or c.closed_at >= :beforeMidnight) and
                      """ + CaseSight.CONDITION)
                .params(parameters)
                .query((row, number) -> new Today(
                        now,
                        row.getLong("open"),
                        row.getLong("late"),
                        row.getLong("soon"),
                        row.getLong("supervised"),
                        row.getLong("reported_today"),
                        row.getLong("closed_today"),
                        row.getLong("reported_before"),
                        row.getLong("closed_before"),
                        onTime(parameters),
                        hours))
                .single();
    }

    /**
     * Share of the cases closed in the last thirty days that kept both the limit of handling and that of the whole, whatever pauses and extensions they had
     * (按时办结率); nothing when none was closed.
     */
    private @Nullable Double onTime(Map<String, Object> parameters) {
        return db
                .sql("""
                      select avg(case when exists (
                              select from json_array_elements(k.clocks) clock
                              where clock ->> 'name' in ('handle', 'whole') and clock ->> 'outcome' = 'missed') then 0 else 1 end)::float8
                      from casework.cases c
                      join casework.case_clocks k on k.tenant = c.tenant and k.case_id = c.id
                      where c.tenant = :tenant and c.stage = 'closed'
                          and c.closed_at >= :now::timestamptz - interval '30 days' and c.closed_at <= :now and
                      """ + CaseSight.CONDITION)
                .params(parameters)
                .query((row, number) -> {
                    double rate = row.getDouble(1);
                    return row.wasNull() ? List.<Double>of() : List.of(rate);
                })
                .single()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private List<Hour> hours(Map<String, Object> parameters) {
        return db.sql("""
                      select h.hour,
                          count(c.id) filter (where c.reported_at >= :midnight and c.reported_at <= :now) as today,
                          count(c.id) filter (where c.reported_at < :beforeMidnight::timestamptz + interval '1 day') as before
                      from generate_series(0, 23) as h(hour)
                      left join casework.cases c on c.tenant = :tenant
                          and (c.reported_at >= :midnight or c.reported_at >= :beforeMidnight and c.reported_at < :beforeMidnight::timestamptz + interval '1 day')
                          and extract(hour from c.reported_at at time zone 'Asia/Shanghai') = h.hour and %s
                      group by 1 order by 1
                      """.formatted(CaseSight.CONDITION))
                .params(parameters)
                .query((row, number) -> new Hour(row.getInt(1), row.getLong(2), row.getLong(3)))
                .list();
    }

    private static Map<String, Object> parameters(Staff staff, Instant now) {
        Map<String, Object> parameters = FindCases.parameters(staff, now);
        parameters.put("midnight", Timestamp.from(midnight(now)));
        return parameters;
    }

    private static Instant midnight(Instant now) {
        LocalDate day = ZonedDateTime.ofInstant(now, WorkCalendar.ZONE).toLocalDate();
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }
}

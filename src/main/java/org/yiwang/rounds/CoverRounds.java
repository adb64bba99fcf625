package org.yiwang.rounds;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;

/** How much of what was to be looked at was looked at (巡查覆盖率), each person within sight. Second looks are counted apart. */
@Service
public class CoverRounds {
    static final int MISSES_MAX = 500;
    private static final Map<String, String> KEYS = Map.of(
            "round",
            "s.package || '/' || s.round",
            "area",
            "coalesce(s.area, '')",
            "committee",
            "coalesce(s.committee, '')",
            "cell",
            "coalesce(s.cell, '')",
            "unit",
            "coalesce(s.unit, '')");

    /**
     * One row of coverage.
     *
     * @param key empty for what lies nowhere
     * @param planned stops whose time is over, and those made already
     * @param made in time
     * @param proven made, with photos and a position that show it
     * @param again second looks that were made
     * @param disagreed of them those that found something else than the first
     */
    public record Coverage(
            String key,
            long planned,
            long made,
            long missed,
            long open,
            long proven,
            long failed,
            long cases,
            long again,
            long disagreed) {}

    /** Something nobody looked at. */
    public record Miss(
            UUID id,
            String round,
            String subject,
            String label,
            @Nullable String committee,
            LocalDate from,
            LocalDate to) {}

    /**
     * Which stops are counted; absent parts do not narrow.
     *
     * @param from with {@code to} the days on which the periods began
     */
    public record Narrowed(@Nullable String round, @Nullable UUID campaign, LocalDate from, LocalDate to) {}

    private final JdbcClient db;

    CoverRounds(JdbcClient db) {
        this.db = db;
    }

    public List<Coverage> by(Staff staff, String dimension, Narrowed narrowed, Instant now) {
        String key = KEYS.get(dimension);
        if (key == null)
            throw Refusal.invalid("by", "rounds.unknown-dimension", dimension, KEYS.keySet())
                    .exception();
        return db.sql("""
                      select %s as key,
                          count(*) filter (where s.again is null and (s.state in ('made', 'missed') or s.state = 'open' and s.due_at <= :now)) as planned,
                          count(*) filter (where s.again is null and s.state = 'made') as made,
                          count(*) filter (where s.again is null and (s.state = 'missed' or s.state = 'open' and s.due_at <= :now)) as missed,
                          count(*) filter (where s.again is null and s.state = 'open' and s.due_at > :now) as open,
                          count(*) filter (where s.again is null and s.proven) as proven,
                          count(*) filter (where s.again is null and s.failed) as failed,
                          coalesce(sum(cardinality(s.cases)), 0) as cases,
                          count(*) filter (where s.again is not null and s.state = 'made') as again,
                          count(*) filter (where s.again is not null and s.state = 'made' and s.failed <> s.again_failed) as disagreed
                      from rounds.stop s
                      where s.tenant = :tenant and s.period_from between :from and :to
                          and (:round::text is null or s.package || '/' || s.round = :round)
                          and (:campaign::uuid is null or s.campaign = :campaign) and %s
                      group by 1 order by 1
                      """.formatted(key, StopSight.CONDITION))
                .params(parameters(staff, narrowed, now))
                .query((row, n) -> coverage(row))
                .list();
    }

    /** The latest first. */
    public List<Miss> misses(Staff staff, Narrowed narrowed, Instant now) {
        return db.sql("""
                      select s.id, s.package || '/' || s.round as round, s.subject, s.label, s.committee, s.period_from as "from", s.period_to as "to"
                      from rounds.stop s
                      where s.tenant = :tenant and s.period_from between :from and :to and s.again is null
                          and (s.state = 'missed' or s.state = 'open' and s.due_at <= :now)
                          and (:round::text is null or s.package || '/' || s.round = :round)
                          and (:campaign::uuid is null or s.campaign = :campaign) and %s
                      order by s.period_from desc, s.committee, s.subject, s.slot limit %d
                      """.formatted(StopSight.CONDITION, MISSES_MAX))
                .params(parameters(staff, narrowed, now))
                .query((row, n) -> miss(row))
                .list();
    }

    private static Coverage coverage(ResultSet row) throws SQLException {
        return new Coverage(
                row.getString("key"),
                row.getLong("planned"),
                row.getLong("made"),
                row.getLong("missed"),
                row.getLong("open"),
                row.getLong("proven"),
                row.getLong("failed"),
                row.getLong("cases"),
                row.getLong("again"),
                row.getLong("disagreed"));
    }

    private static Miss miss(ResultSet row) throws SQLException {
        return new Miss(
                row.getObject("id", UUID.class),
                row.getString("round"),
                row.getString("subject"),
                row.getString("label"),
                row.getString("committee"),
                row.getDate("from").toLocalDate(),
                row.getDate("to").toLocalDate());
    }

    private static Map<String, @Nullable Object> parameters(Staff staff, Narrowed narrowed, Instant now) {
        Map<String, @Nullable Object> parameters = new HashMap<>(staff.sight().parameters());
        parameters.put("tenant", staff.tenant().code());
        parameters.put("round", narrowed.round());
        parameters.put("campaign", narrowed.campaign());
        parameters.put("from", Date.valueOf(narrowed.from()));
        parameters.put("to", Date.valueOf(narrowed.to()));
        parameters.put("now", Timestamp.from(now));
        return parameters;
    }
}

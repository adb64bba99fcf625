package org.yiwang.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.MatterFigure;
import org.yiwang.casework.model.MatterScope;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** The cases of a matter that somebody looks at for some time: counted, listed, and those closed that may be looked at again. */
@Service
public class MatterCases {
    public static final int ROWS_MAX = 200;
    /** Stars of five up to which whoever was asked is not satisfied. */
    private static final int STARS_MAX = 2;

    private static final String SCOPE = """
            c.tenant = :tenant and c.category = any(:categories) and (cardinality(:inAreas::text[]) = 0 or c.area = any(:inAreas))
                and (cardinality(:units::text[]) = 0 or c.lead = any(:units))
            """;

    /** One row a case that was reported in the time; several whole clocks, after a reopening, count as one. */
    private static final String MATTER = """
            with m as (
                select c.id, c.lead, c.reported_at, c.stage = 'closed' as closed,
                    coalesce(w.met and not w.missed, false) as on_time, coalesce(w.missed, false) as overdue,
                    coalesce((c.notes ->> 'returns')::int, 0) > 0 as returned, coalesce((c.notes ->> 'reworks')::int, 0) > 0 as reworked,
                    v.stars is not null as rated, coalesce(v.stars <= :stars, false) as unsatisfied
                from casework.cases c
                left join lateral (
                    select bool_or(t.outcome = 'met') as met,
                        bool_or(t.outcome = 'missed' or t.outcome = 'running' and t.due_at < :now) as missed
                    from casework.case_clocks k cross join lateral json_to_recordset(k.clocks) as t(name text, outcome text, due_at timestamptz)
                    where k.tenant = c.tenant and k.case_id = c.id and t.name = 'whole') w on true
                left join lateral (
                    select (t.visit ->> 'satisfaction')::int as stars
                    from jsonb_array_elements(c.notes -> 'visits') with ordinality as t(visit, nth)
                    where (t.visit ->> 'reached')::boolean and t.visit ->> 'satisfaction' is not null order by t.nth desc limit 1) v on true
                where c.reported_at >= :from and c.reported_at < :to and c.stage not in ('declined', 'withdrawn', 'merged') and
            """ + SCOPE + " and " + CaseSight.CONDITION + ")\n";

    private final JdbcClient db;
    private final FindCases find;

    MatterCases(JdbcClient db, FindCases find) {
        this.db = db;
        this.find = find;
    }

    /** @param unit whose cases they are; missing for all together, and for those without a lead */
    public record Row(@Nullable UnitId unit, boolean all, Map<MatterFigure, Integer> counts) {}

    /** A case that was closed, as somebody who looks at it again has to know it. */
    public record Closed(UUID id, String number, String category, UnitId committee, UnitId unit) {}

    /** @param told what the unit wrote when it was done */
    public record Spot(
            UUID id,
            String title,
            String address,
            double lon,
            double lat,
            @Nullable Instant closedAt,
            @Nullable String told) {}

    public record Listed(List<FindCases.Line> lines, int total) {}

    /** All together first, then unit by unit, the one with most cases first; as far as the person sees them. */
    public List<Row> count(Staff staff, MatterScope scope, Instant from, Instant to, Instant now) {
        String counts = Arrays.stream(MatterFigure.values())
                .map(figure -> "count(*) filter (where " + condition(figure) + ") as " + column(figure))
                .collect(Collectors.joining(", "));
        return db.sql(
                        MATTER + "select m.lead, grouping(m.lead) = 1 as everything, " + counts
                                + " from m group by grouping sets ((), (m.lead)) order by everything desc, cases desc, m.lead limit :rows")
                .params(parameters(staff, scope, from, to, now))
                .param("rows", ROWS_MAX)
                .query((row, n) -> row(row))
                .list();
    }

    /** The latest of those behind a figure, at most {@link #ROWS_MAX}, with how many there are. */
    public Listed list(
            Staff staff,
            MatterScope scope,
            Instant from,
            Instant to,
            MatterFigure figure,
            @Nullable UnitId unit,
            Instant now) {
        Map<String, Object> parameters = parameters(staff, scope, from, to, now);
        parameters.put("lead", unit == null ? "" : unit.value());
        String which = " from m where " + condition(figure) + " and (:lead = '' or m.lead = :lead)";
        int total = db.sql(MATTER + "select count(*)" + which)
                .params(parameters)
                .query(Integer.class)
                .single();
        List<UUID> ids = db.sql(MATTER + "select m.id" + which + " order by m.reported_at desc, m.id limit :rows")
                .params(parameters)
                .param("rows", ROWS_MAX)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        return new Listed(find.lines(staff, ids, now).reversed(), total);
    }

    /** Those closed in the time under some unit's lead, by number. */
    public List<Closed> closed(Tenant tenant, MatterScope scope, Instant from, Instant to, int limit) {
        return db.sql("""
                      select c.id, c.number, c.category, c.committee, c.lead from casework.cases c
                      where c.stage = 'closed' and c.lead is not null and c.closed_at >= :from and c.closed_at < :to and
                      """ + SCOPE + " order by c.number limit :limit")
                .params(scoped(tenant, scope, from, to))
                .param("limit", limit)
                .query((row, n) -> new Closed(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("category"),
                        new UnitId(row.getString("committee")),
                        new UnitId(row.getString("lead"))))
                .list();
    }

    /** Where they are and what was done, without who reported them: enough to go there and look, for people who see no more of the case. */
    public Map<UUID, Spot> spots(Tenant tenant, List<UUID> ids) {
        return db
                .sql("""
                     select c.id, c.title, c.address, c.lon, c.lat, c.closed_at, e.note
                     from casework.cases c
                     left join lateral (
                         select note from casework.case_event e
                         where e.tenant = c.tenant and e.case_id = c.id and e.action in ('feedback', 'self-handle') order by e.seq desc limit 1) e on true
                     where c.tenant = :tenant and c.id = any(:ids)
                     """)
                .param("tenant", tenant.code())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> spot(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Spot::id, spot -> spot));
    }

    private static Spot spot(ResultSet row) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Spot(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("address"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                closed == null ? null : closed.toInstant(),
                row.getString("note"));
    }

    private static Row row(ResultSet row) throws SQLException {
        Map<MatterFigure, Integer> counts = new EnumMap<>(MatterFigure.class);
        for (MatterFigure figure : MatterFigure.values()) counts.put(figure, row.getInt(column(figure)));
        String lead = row.getString("lead");
        return new Row(lead == null ? null : new UnitId(lead), row.getBoolean("everything"), counts);
    }

    private static String condition(MatterFigure figure) {
        return figure == MatterFigure.CASES ? "true" : "m." + column(figure);
    }

    private static String column(MatterFigure figure) {
        return figure.id().replace('-', '_');
    }

    private static Map<String, Object> parameters(
            Staff staff, MatterScope scope, Instant from, Instant to, Instant now) {
        Map<String, Object> parameters = FindCases.parameters(staff, now);
        parameters.putAll(scoped(staff.tenant(), scope, from, to));
        parameters.put("stars", STARS_MAX);
        return parameters;
    }

    private static Map<String, Object> scoped(Tenant tenant, MatterScope scope, Instant from, Instant to) {
        return Map.of(
                "tenant",
                tenant.code(),
                "categories",
                scope.categories().toArray(String[]::new),
                "inAreas",
                scope.areas().toArray(String[]::new),
                "units",
                scope.units().toArray(String[]::new),
                "from",
                Timestamp.from(from),
                "to",
                Timestamp.from(to));
    }
}

package org.yiwang.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;

/** What is under supervision now (督办台账), as far as the person sees it: how high it was raised, by whom, and whether its unit has signed for it. */
@Service
public class WatchSupervised {
    public static final int LEVELS = 5;
    public static final int ROWS_MAX = 200;

    private static final String SUPERVISED = """
            from casework.cases c
            where c.tenant = :tenant and c.open and c.supervision > 0 and
            """ + CaseSight.CONDITION;

    private static final String UNSIGNED = "not coalesce((c.notes ->> 'supervisionAcknowledged')::boolean, false)";

    /**
     * @param level from 1 (催办) to 5 (报领导)
     * @param unsigned of its cases those that no unit has signed for since they were raised
     */
    @SchemaName("SupervisionRung")
    public record Rung(int level, long cases, long unsigned) {}

    /**
     * A case under supervision.
     *
     * @param byClock whether the ladder raised it by itself; otherwise {@code by} did
     * @param signedAt since when its unit knows; missing while nobody has signed
     */
    @SchemaName("SupervisedCase")
    public record Raised(
            FindCases.Line line,
            Instant since,
            boolean byClock,
            String by,
            @Nullable String note,
            @Nullable Instant signedAt,
            @Nullable String signedBy) {}

    /** @param rungs all five, the lowest first */
    public record Standing(List<Rung> rungs, List<Raised> cases) {}

    private final JdbcClient db;
    private final FindCases find;

    WatchSupervised(JdbcClient db, FindCases find) {
        this.db = db;
        this.find = find;
    }

    /**
     * What nobody has signed for first, the highest and then the longest of it before the rest; at most {@link #ROWS_MAX}.
     *
     * @param level to which the cases are narrowed; 0 for all
     */
    public Standing of(Staff staff, int level, boolean isUnsignedOnly, Instant now) {
        Map<String, Object> parameters = FindCases.parameters(staff, now);
        parameters.put("level", level);
        parameters.put("rows", ROWS_MAX);
        String narrowed = " and (:level = 0 or c.supervision = :level)" + (isUnsignedOnly ? " and " + UNSIGNED : "");
        // The step that brought a case to its level and the one that signed for it: levels change seldom, so few events
        // are read.
        List<Step> steps = db.sql("""
                      select c.id, raised.at, raised.actor_kind, raised.actor_name, raised.note, signed.at as signed_at, signed.actor_name as signed_by
                      from (select c.* %s %s) c
                      join lateral (
                          select e.seq, e.at, e.actor_kind, e.actor_name, e.note from casework.case_event e
                          where e.tenant = c.tenant and e.case_id = c.id
                              and exists (select from json_array_elements(e.effects) f where f ->> 'fact' = 'supervised')
                          order by e.seq desc limit 1) raised on true
                      left join lateral (
                          select e.at, e.actor_name from casework.case_event e
                          where e.tenant = c.tenant and e.case_id = c.id and e.seq > raised.seq and e.action = 'acknowledge'
                          order by e.seq desc limit 1) signed on true
                      order by signed.at is not null, c.supervision desc, raised.at, c.id limit :rows
                      """.formatted(SUPERVISED, narrowed))
                .params(parameters)
                .query((row, n) -> step(row))
                .list();
        Map<UUID, FindCases.Line> lines = find
                .lines(staff, steps.stream().map(Step::id).toList(), now)
                .stream()
                .collect(Collectors.toMap(FindCases.Line::id, Function.identity()));
        List<Raised> cases = steps.stream()
                .map(step -> step.of(lines.get(step.id())))
                .filter(Objects::nonNull)
                .toList();
        return new Standing(rungs(parameters), cases);
    }

    private List<Rung> rungs(Map<String, Object> parameters) {
        List<Rung> rungs = new ArrayList<>();
        for (int level = 1; level <= LEVELS; level++) rungs.add(new Rung(level, 0, 0));
        db.sql("select c.supervision as level, count(*) as cases, count(*) filter (where " + UNSIGNED + ") as unsigned "
                        + SUPERVISED + " group by c.supervision")
                .params(parameters)
                .query(row -> {
                    int level = row.getInt("level");
                    rungs.set(level - 1, new Rung(level, row.getLong("cases"), row.getLong("unsigned")));
                });
        return rungs;
    }

    private record Step(
            UUID id,
            Instant at,
            boolean byClock,
            String by,
            @Nullable String note,
            @Nullable Instant signedAt,
            @Nullable String signedBy) {
        /** @param line missing where the case was closed between two readings */
        @Nullable
        Raised of(FindCases.@Nullable Line line) {
            return line == null ? null : new Raised(line, at, byClock, by, note, signedAt, signedBy);
        }
    }

    private static Step step(ResultSet row) throws SQLException {
        Timestamp signed = row.getTimestamp("signed_at");
        return new Step(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_kind").equals("system"),
                row.getString("actor_name"),
                row.getString("note"),
                signed == null ? null : signed.toInstant(),
                row.getString("signed_by"));
    }
}

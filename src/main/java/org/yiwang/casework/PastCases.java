package org.yiwang.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;

/** What was reported before, in the reporters' words: to learn from, and to compare with. */
@Service
public class PastCases {
    /** Around a point; a square is near enough to choose candidates. */
    private static final double METRES_PER_DEGREE = 111_320;

    private static final String CLOSED = """
            select c.id, c.number, c.category, c.description, c.lon, c.lat, c.reported_at from casework.cases c
            where c.tenant = :tenant and c.stage = 'closed' and c.description <> '' and c.reported_at <= :until
            order by c.reported_at desc, c.id desc limit :limit
            """;

    /** @param category as it stood at the end */
    public record Told(
            UUID id, String number, String category, String description, double lon, double lat, Instant reportedAt) {}

    /** A case with the words of whoever reported it. */
    public record Worded(FindCases.Line line, String description) {}

    private final JdbcClient db;
    private final FindCases find;

    PastCases(JdbcClient db, FindCases find) {
        this.db = db;
        this.find = find;
    }

    /** The newest closed cases, for learning alone: no person's sight narrows them, and what is learned shows no single one. */
    public List<Told> closed(Tenant tenant, Instant until, int limit) {
        return db.sql(CLOSED)
                .param("tenant", tenant.code())
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .query((row, number) -> told(row))
                .list();
    }

    public long countClosed(Tenant tenant) {
        return db.sql("select count(*) from casework.cases where tenant = ? and stage = 'closed'")
                .param(tenant.code())
                .query(Long.class)
                .single();
    }

    /** The newest closed cases of a category that the person may see. */
    public List<Worded> closedOf(Staff staff, String category, int limit, Instant now) {
        return worded(
                staff,
                "c.stage = 'closed' and c.category = :category",
                Map.of("category", category),
                "c.reported_at desc",
                limit,
                now);
    }

    /** What came in since then around a point and the person may see, the newest first. */
    public List<Worded> around(
            Staff staff, double lon, double lat, double metres, Instant since, int limit, Instant now) {
        double degrees = metres / METRES_PER_DEGREE;
        double across = degrees / Math.cos(Math.toRadians(lat));
        return worded(
                staff,
                "c.reported_at >= :since and c.lon between :west and :east and c.lat between :south and :north",
                Map.of(
                        "since",
                        Timestamp.from(since),
                        "west",
                        lon - across,
                        "east",
                        lon + across,
                        "south",
                        lat - degrees,
                        "north",
                        lat + degrees),
                "c.reported_at desc",
                limit,
                now);
    }

    /** Of these cases those that came in since then and that the person may see. */
    public List<Worded> of(Staff staff, List<UUID> ids, Instant since, Instant now) {
        return worded(
                staff,
                "c.reported_at >= :since and c.id = any(:ids)",
                Map.of("since", Timestamp.from(since), "ids", ids.toArray(UUID[]::new)),
                "c.reported_at desc",
                ids.size(),
                now);
    }

    private List<Worded> worded(
            Staff staff, String condition, Map<String, Object> values, String order, int limit, Instant now) {
        Map<String, Object> parameters = FindCases.parameters(staff, now);
        parameters.putAll(values);
        parameters.put("limit", limit);
        record Row(UUID id, String description) {}
        List<Row> rows = db.sql("select c.id, c.description from casework.cases c where c.tenant = :tenant and "
                        + CaseSight.CONDITION + " and " + condition + " order by " + order + " limit :limit")
                .params(parameters)
                .query((row, number) -> new Row(row.getObject("id", UUID.class), row.getString("description")))
                .list();
        Map<UUID, FindCases.Line> lines = find
                .lines(staff, rows.stream().map(Row::id).toList(), now)
                .stream()
                .collect(Collectors.toMap(FindCases.Line::id, Function.identity()));
        List<Worded> worded = new ArrayList<>();
        for (Row row : rows) {
            FindCases.@Nullable Line line = lines.get(row.id);
            if (line != null) worded.add(new Worded(line, row.description));
        }
        return worded;
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("category"),
                row.getString("description"),
                row.getDouble("lon"),
                row.getDouble("lat"),
                row.getTimestamp("reported_at").toInstant());
    }
}

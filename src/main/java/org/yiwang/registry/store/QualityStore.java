package org.yiwang.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.registry.model.PlaceKind;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.model.Score;
import org.yiwang.registry.model.Score.Counted;
import org.yiwang.registry.model.Score.Part;

/** Counts how good a register is, and lists what is left to do; within what the person may see. */
@Component
public class QualityStore {
    /** Degrees of latitude that make {@link Score#NEAR_METRES}; of longitude more, since meridians come together. */
    private static final double NEAR_LAT = Score.NEAR_METRES / 111_195.0;

    private static final String LIVING =
            "e.tenant = :tenant and e.register = :register and e.retired_at is null and " + EntrySight.CONDITION;

    private static final String STALE = "e.confirmed_at < :stale";
    private static final String TWIN_BY_NAME = """
            exists (select from registry.entry b where b.tenant = e.tenant and b.register = e.register and b.retired_at is null
                and b.alike = e.alike and b.id <> e.id and (e.lat is null and b.lat is null or b.lat between e.lat - :nearLat and e.lat + :nearLat
                    and b.lon between e.lon - :nearLat / cos(radians(e.lat)) and e.lon + :nearLat / cos(radians(e.lat))))
            """;
    /** Marks that more than one entry has; reckoned once for a statement. */
    private static final String SHARED = """
            with shared as materialized (select m.mark from registry.entry s cross join lateral unnest(s.marks) as m(mark)
                where s.tenant = :tenant and s.register = :register and s.retired_at is null group by m.mark having count(*) > 1)
            """;

    private static final String TWIN_BY_MARK =
            "(cardinality(e.marks) > 0 and exists (select from shared where shared.mark = any(e.marks)))";
    private static final String OUTSIDE = "e.cell is null";
    private static final String ELSEWHERE = """
            (e.committee is not null and exists (select from unnest(e.refs) as r(ref) join registry.entry o on o.tenant = e.tenant
                and o.register = split_part(r.ref, ':', 1) and o.key = substr(r.ref, strpos(r.ref, ':') + 1)
                where o.committee is not null and o.committee <> e.committee))
            """;

    /**
     * An entry with something left to do.
     *
     * @param why incomplete, stale, same-name, same-value, outside, elsewhere
     * @param missing fields without a value, where that is why
     * @param other the twin, or the entry it disagrees with
     */
    public record Todo(
            UUID id,
            String key,
            String label,
            int version,
            Instant confirmedAt,
            String why,
            List<String> missing,
            @Nullable String other,
            @Nullable UUID otherId) {}

    private final JdbcClient db;

    QualityStore(JdbcClient db) {
        this.db = db;
    }

    public Score score(Staff staff, Register register, Instant now) {
        return db.sql(SHARED + """
               select count(*) as entries, coalesce(sum(e.asked), 0) as asked, coalesce(sum(cardinality(e.missing)), 0) as missing,
                   count(*) filter (where cardinality(e.missing) > 0) as incomplete, count(*) filter (where %s) as stale,
                   count(*) filter (where %s or %s) as twins, count(*) filter (where %s or %s) as misplaced
               from registry.entry e where %s
               """.formatted(STALE, TWIN_BY_NAME, TWIN_BY_MARK, OUTSIDE, ELSEWHERE, LIVING))
                .params(parameters(staff, register, now))
                .query((row, n) -> score(register, row))
                .single();
    }

    private static Score score(Register register, ResultSet row) throws SQLException {
        long entries = row.getLong("entries");
        long asked = row.getLong("asked");
        List<Counted> parts = new ArrayList<>();
        parts.add(new Counted(Part.COMPLETE, asked - row.getLong("missing"), asked, row.getLong("incomplete")));
        parts.add(part(Part.FRESH, entries, row.getLong("stale")));
        parts.add(part(Part.UNIQUE, entries, row.getLong("twins")));
        if (register.place() != PlaceKind.NONE) parts.add(part(Part.PLACED, entries, row.getLong("misplaced")));
        return new Score(entries, parts);
    }

    private static Counted part(Part part, long all, long bad) {
        return new Counted(part, all - bad, all, bad);
    }

    /** What is left to do for a part of the score, by key. */
    public List<Todo> todo(Staff staff, Register register, Part part, String afterKey, int limit, Instant now) {
        String bad =
                switch (part) {
                    case COMPLETE -> "cardinality(e.missing) > 0";
                    case FRESH -> STALE;
                    case UNIQUE -> "(" + TWIN_BY_NAME + " or " + TWIN_BY_MARK + ")";
                    case PLACED -> "(" + OUTSIDE + " or " + ELSEWHERE + ")";
                };
        return db.sql(SHARED + """
               select e.id, e.key, e.label, e.version, e.confirmed_at, e.missing, %s as why, o.label as other, o.id as other_id
               from registry.entry e left join lateral (%s) o on true
               where %s and e.key > :after and %s order by e.key limit :limit
               """.formatted(why(part), other(part), LIVING, bad))
                .params(parameters(staff, register, now))
                .param("after", afterKey)
                .param("limit", limit)
                .query((row, n) -> todo(part, row))
                .list();
    }

    private static String why(Part part) {
        return switch (part) {
            case COMPLETE -> "'incomplete'";
            case FRESH -> "'stale'";
            case UNIQUE -> "case when " + TWIN_BY_MARK + " then 'same-value' else 'same-name' end";
            case PLACED -> "case when " + OUTSIDE + " then 'outside' else 'elsewhere' end";
        };
    }

    private static String other(Part part) {
        return switch (part) {
            case COMPLETE, FRESH -> "select null::text as label, null::uuid as id where false";
            case UNIQUE -> """
                select b.label, b.id from registry.entry b where b.tenant = e.tenant and b.register = e.register and b.retired_at is null
                    and b.id <> e.id and (b.alike = e.alike or b.marks && e.marks) order by b.marks && e.marks desc, b.key limit 1
                """;
            case PLACED -> """
                select b.label, b.id from unnest(e.refs) as r(ref) join registry.entry b on b.tenant = e.tenant
                    and b.register = split_part(r.ref, ':', 1) and b.key = substr(r.ref, strpos(r.ref, ':') + 1)
                where b.committee <> e.committee limit 1
                """;
        };
    }

    private static Todo todo(Part part, ResultSet row) throws SQLException {
        List<String> missing = part == Part.COMPLETE
                ? Arrays.asList((String[]) row.getArray("missing").getArray())
                : List.of();
        return new Todo(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getString("label"),
                row.getInt("version"),
                row.getTimestamp("confirmed_at").toInstant(),
                row.getString("why"),
                missing,
                row.getString("other"),
                row.getObject("other_id", UUID.class));
    }

    private static Map<String, Object> parameters(Staff staff, Register register, Instant now) {
        Map<String, Object> parameters = EntrySight.parameters(staff, register);
        parameters.put("stale", Timestamp.from(register.staleBefore(now)));
        parameters.put("nearLat", NEAR_LAT);
        return parameters;
    }
}

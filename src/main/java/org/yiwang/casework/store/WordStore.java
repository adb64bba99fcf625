package org.yiwang.casework.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** Finds cases by their words, the newest first; what a person may see of them is for the caller to see to. */
@Component
public class WordStore {
    /** A word that stands in at least one of a hundred cases fills a page from so many of the newest; rarer ones are found by the index. */
    public static final int NEWEST = 4_000;

    private static final String FIND = """
            select case_id, reported_at
            from casework.find_words(:asked::tsquery, :patterns::text[], :but_not::text, :at::timestamptz, :id::uuid, :newest, :most)
            """;

    private static final String SAID = """
            select e.case_id, e.note as text from casework.case_event e
            where e.tenant = :tenant and e.case_id = any(:ids) and e.note is not null
            union all
            select r.case_id, r.answer from casework.case_report r
            where r.tenant = :tenant and r.case_id = any(:ids) and r.answer is not null
            """;

    private final JdbcClient db;

    WordStore(JdbcClient db) {
        this.db = db;
    }

    /** A case that has the words. */
    public record Hit(UUID id, Instant reportedAt) {}

    /**
     * @param asked the pieces, as a tsquery
     * @param patterns what must stand in its text
     * @param butNot what must not
     * @param after the hit to go on behind; null for the beginning
     * @param newest so many of the newest cases are looked through first; 0 where what is looked for is rare by nature
     */
    public List<Hit> find(
            String asked, List<String> patterns, @Nullable String butNot, @Nullable Hit after, int newest, int most) {
        return db.sql(FIND)
                .param("asked", asked)
                .param("patterns", patterns.toArray(String[]::new))
                .param("but_not", butNot)
                .param("at", after == null ? null : Timestamp.from(after.reportedAt))
                .param("id", after == null ? null : after.id)
                .param("newest", newest)
                .param("most", most)
                .query((row, number) -> new Hit(
                        row.getObject("case_id", UUID.class),
                        row.getTimestamp("reported_at").toInstant()))
                .list();
    }

    /** The descriptions of these cases. */
    public Map<UUID, String> descriptions(Tenant tenant, List<UUID> ids) {
        return db
                .sql("select id, description from casework.cases where tenant = :tenant and id = any(:ids)")
                .param("tenant", tenant.code())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("description")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Notes and answers of these cases. */
    public Map<UUID, List<String>> said(Tenant tenant, List<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return db
                .sql(SAID)
                .param("tenant", tenant.code())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("case_id", UUID.class), row.getString("text")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}

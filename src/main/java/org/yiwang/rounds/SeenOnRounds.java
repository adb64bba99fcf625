package org.yiwang.rounds;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was answered at the stops of a round, for other modules that count it. Who was there stays here. */
@Service
public class SeenOnRounds {
    /** Beyond this somebody wants a view of schema figures and no list. */
    public static final int STOPS_MAX = 20_000;

    private final JdbcClient db;
    private final JsonMapper json;

    SeenOnRounds(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * A stop that was made first, not once more.
     *
     * @param key of the record that was looked at
     * @param photos how many
     */
    public record Seen(UUID stop, String key, @Nullable String committee, Instant at, JsonNode answers, int photos) {}

    /** Those made from the first to the last day, both included; the latest first where there are more than {@link #STOPS_MAX}. */
    public List<Seen> of(Tenant tenant, String packageId, String round, LocalDate from, LocalDate to) {
        return db.sql("""
                      select id, subject, committee, made_at, answers, coalesce(cardinality(photos), 0) as photos from rounds.stop
                      where tenant = :tenant and package = :package and round = :round and state = 'made' and again is null
                          and (made_at at time zone 'Asia/Shanghai')::date between :from and :to
                      order by made_at desc, id limit :limit
                      """)
                .param("tenant", tenant.code())
                .param("package", packageId)
                .param("round", round)
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .param("limit", STOPS_MAX)
                .query((row, n) -> new Seen(
                        row.getObject("id", UUID.class),
                        row.getString("subject"),
                        row.getString("committee"),
                        row.getTimestamp("made_at").toInstant(),
                        json.readTree(row.getString("answers")),
                        row.getInt("photos")))
                .list();
    }
}

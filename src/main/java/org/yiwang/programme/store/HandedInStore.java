package org.yiwang.programme.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** What was handed in, each time as it was. */
@Component
public class HandedInStore {
    private final JdbcClient db;

    HandedInStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * One edition.
     *
     * @param answers canonical JSON, typed as the form says
     * @param digest SM3 over answers and papers
     */
    public record Edition(int number, Instant at, String by, String answers, List<UUID> papers, String digest) {}

    public void add(Tenant tenant, UUID programme, Edition edition) {
        db.sql("""
               insert into programme.edition (tenant, programme, number, at, by_name, answers, papers, digest)
               values (:tenant, :programme, :number, :at, :by, :answers, :papers, :digest)
               """)
                .param("tenant", tenant.code())
                .param("programme", programme)
                .param("number", edition.number())
                .param("at", Timestamp.from(edition.at()))
                .param("by", edition.by())
                .param("answers", edition.answers())
                .param("papers", edition.papers().toArray(UUID[]::new))
                .param("digest", edition.digest())
                .update();
    }

    /** Oldest first. */
    public List<Edition> of(Tenant tenant, UUID programme) {
        return db.sql(
                        "select * from programme.edition where tenant = :tenant and programme = :programme order by number")
                .param("tenant", tenant.code())
                .param("programme", programme)
                .query((row, n) -> new Edition(
                        row.getInt("number"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"),
                        row.getString("answers"),
                        ProgrammeStore.uuids(row, "papers"),
                        row.getString("digest")))
                .list();
    }
}

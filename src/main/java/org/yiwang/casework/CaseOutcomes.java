package org.yiwang.casework;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Tenant;

/** What has become of cases, for modules that opened them. */
@Service
public class CaseOutcomes {
    /**
     * Counts of cases. Those that were declined, withdrawn or merged into others are in none of them.
     *
     * @param found all others
     * @param rectified verified by somebody else than who did the work, closed or not
     * @param overdue open, with the clock that binds now run out
     */
    public record Outcome(long found, long rectified, long overdue) {
        public static final Outcome NONE = new Outcome(0, 0, 0);

        public Outcome plus(Outcome other) {
            return new Outcome(found + other.found, rectified + other.rectified, overdue + other.overdue);
        }
    }

    private final JdbcClient db;

    CaseOutcomes(JdbcClient db) {
        this.db = db;
    }

    /** What a case is called by people, with where it stands. */
    public record Standing(String number, String category, Outcome outcome) {}

    /** By the ids of the cases. */
    public Map<UUID, Standing> of(Tenant tenant, Collection<UUID> cases, Instant now) {
        if (cases.isEmpty()) return Map.of();
        Map<UUID, Standing> standings = new HashMap<>();
        db.sql("""
               select id, number, category, stage not in ('declined', 'withdrawn', 'merged') as found, stage in ('verified', 'closed') as rectified,
                   open and not clock_paused and clock_due <= :now as overdue
               from casework.cases where tenant = :tenant and id = any(:ids)
               """)
                .param("tenant", tenant.code())
                .param("ids", cases.toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query(row -> {
                    Outcome outcome = new Outcome(
                            one(row.getBoolean("found")),
                            one(row.getBoolean("rectified")),
                            one(row.getBoolean("overdue")));
                    standings.put(
                            row.getObject("id", UUID.class),
                            new Standing(row.getString("number"), row.getString("category"), outcome));
                });
        return standings;
    }

    /** What a case is called, with the code of the type as which it was opened. */
    public record Opened(String number, String category) {}

    /** As they were when they came in, whatever was corrected since; by the ids of the cases. */
    public Map<UUID, Opened> opened(Tenant tenant, Collection<UUID> cases) {
        Map<UUID, Opened> opened = new HashMap<>();
        db.sql("""
               select c.id, c.number, f.fact ->> 'category' as category
               from casework.cases c join casework.case_event e on e.tenant = c.tenant and e.case_id = c.id and e.seq = 1,
                   json_array_elements(e.effects) as f(fact)
               where c.tenant = :tenant and c.id = any(:ids) and f.fact ->> 'fact' = 'opened'
               """)
                .param("tenant", tenant.code())
                .param("ids", cases.toArray(UUID[]::new))
                .query(row -> {
                    opened.put(
                            row.getObject("id", UUID.class),
                            new Opened(row.getString("number"), row.getString("category")));
                });
        return opened;
    }

    /** Of the cases about these records of a register, by the record's key. */
    public Map<String, Outcome> bySubject(Tenant tenant, String register, Collection<String> keys, Instant now) {
        Map<String, Outcome> outcomes = new HashMap<>();
        db.sql("""
               select subject_key, count(*) filter (where stage not in ('declined', 'withdrawn', 'merged')) as found,
                   count(*) filter (where stage in ('verified', 'closed')) as rectified,
                   count(*) filter (where open and not clock_paused and clock_due <= :now) as overdue
               from casework.cases where tenant = :tenant and subject_register = :register and subject_key = any(:keys) group by subject_key
               """)
                .param("keys", keys.toArray(String[]::new))
                .param("tenant", tenant.code())
                .param("register", register)
                .param("now", Timestamp.from(now))
                .query(row -> {
                    outcomes.put(
                            row.getString("subject_key"),
                            new Outcome(row.getLong("found"), row.getLong("rectified"), row.getLong("overdue")));
                });
        return outcomes;
    }

    private static long one(boolean is) {
        return is ? 1 : 0;
    }

    public Outcome sum(Tenant tenant, Collection<UUID> cases, Instant now) {
        return of(tenant, cases, now).values().stream().map(Standing::outcome).reduce(Outcome.NONE, Outcome::plus);
    }
}

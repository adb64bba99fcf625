package org.yiwang.organisation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.Tenant;

/** Who is signed in. The cookie carries a random token; the database knows only its hash. A right that is revoked is gone within five seconds. */
@Component
public class Sessions {
    static final Duration LIFE_MAX = Duration.ofHours(12);
    static final Duration IDLE_MAX = Duration.ofHours(2);
    private static final Duration CACHED_MAX = Duration.ofSeconds(5);
    private static final int CACHE_ENTRIES_MAX = 10_000;

    private record Known(Staff staff, Instant until) {}

    private final JdbcClient db;
    private final People people;
    private final Secrets secrets;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Sessions(JdbcClient db, People people, Secrets secrets, Clock clock) {
        this.db = db;
        this.people = people;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Opens a session; the answer is the token for the cookie. */
    String open(Staff staff) {
        String token = secrets.token();
        Instant now = clock.instant();
        db.sql("""
               insert into organisation.session (token_hash, tenant, staff, created_at, seen_at, expires_at)
               values (:hash, :tenant, :staff, :now, :now, :end)
               """)
                .param("hash", hash(token))
                .param("tenant", staff.tenant().code())
                .param("staff", staff.id())
                .param("now", Timestamp.from(now))
                .param("end", Timestamp.from(now.plus(LIFE_MAX)))
                .update();
        return token;
    }

    public Optional<Staff> find(String token) {
        Instant now = clock.instant();
        Known cached = known.get(token);
        if (cached != null && now.isBefore(cached.until())) return Optional.of(cached.staff());
        Optional<Staff> staff = look(token, now);
        if (known.size() >= CACHE_ENTRIES_MAX) known.clear();
        staff.ifPresentOrElse(s -> known.put(token, new Known(s, now.plus(CACHED_MAX))), () -> known.remove(token));
        return staff;
    }

    void close(String token) {
        known.remove(token);
        db.sql("delete from organisation.session where token_hash = ?")
                .param(hash(token))
                .update();
    }

    private record Owner(int tenant, UUID staff) {}

    private Optional<Staff> look(String token, Instant now) {
        return db.sql("""
                      update organisation.session set seen_at = :now
                      where token_hash = :hash and expires_at > :now and seen_at > :idle
                      returning tenant, staff
                      """)
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(IDLE_MAX)))
                .param("hash", hash(token))
                .query((row, number) -> new Owner(row.getInt(1), row.getObject(2, UUID.class)))
                .optional()
                .flatMap(owner -> people.find(new Tenant(owner.tenant()), owner.staff()));
    }

    private static byte[] hash(String token) {
        return Sm3.hash(token.getBytes(US_ASCII));
    }
}

package org.yiwang.organisation.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Secrets;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.store.SessionStore;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.Tenant;

/**
 * Who is signed in. The cookie carries the sub-district and a random token; the database knows only the token's hash. What is found is believed for five
 * seconds without asking again: a right that is revoked is gone on every node after that.
 */
@Service
public class Sessions {
    public static final Duration LIFE_MAX = Duration.ofHours(12);
    static final Duration IDLE_MAX = Duration.ofHours(2);
    static final Duration BELIEVED_MAX = Duration.ofSeconds(5);
    static final int PER_PERSON_MAX = 20;
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final int KNOWN_MAX = 20_000;

    private record Known(Staff staff, Instant until, Instant seenAt) {
        boolean isEnough(boolean acting, Instant now) {
            return now.isBefore(until) && !(acting && now.isAfter(seenAt.plus(SEEN_EVERY)));
        }
    }

    private final SessionStore store;
    private final People people;
    private final Secrets secrets;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Sessions(SessionStore store, People people, Secrets secrets, Clock clock) {
        this.store = store;
        this.people = people;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Opens a session and ends the person's oldest ones beyond {@link #PER_PERSON_MAX}; the answer is the token for the cookie. */
    String open(Staff staff) {
        Instant now = clock.instant();
        String token = staff.tenant().code() + "." + secrets.token();
        store.add(staff.tenant(), hash(token), staff.id(), now, now.plus(LIFE_MAX));
        store.revokeAll(staff.tenant(), staff.id(), PER_PERSON_MAX, now);
        return token;
    }

    /** Who acts in this session; keeps it from being idle. */
    public Optional<Staff> find(String token) {
        return look(token, true);
    }

    /** Who stands behind this session at this moment, without keeping it from being idle. */
    public Optional<Staff> peek(String token) {
        return look(token, false);
    }

    /** A session that was open until now. */
    record Closed(Tenant tenant, UUID staff) {}

    Optional<Closed> close(String token) {
        known.remove(token);
        return tenant(token).flatMap(tenant -> store.revoke(tenant, hash(token), clock.instant())
                .map(staff -> new Closed(tenant, staff)));
    }

    /** Signs the person out everywhere. */
    void closeAll(Tenant tenant, UUID staff) {
        known.values().removeIf(entry -> entry.staff().id().equals(staff));
        store.revokeAll(tenant, staff, 0, clock.instant());
    }

    private Optional<Staff> look(String token, boolean acting) {
        Instant now = clock.instant();
        Known cached = known.get(token);
        if (cached != null && cached.isEnough(acting, now)) return Optional.of(cached.staff());
        Optional<Known> read = tenant(token).flatMap(tenant -> read(tenant, token, now, acting));
        read.ifPresentOrElse(found -> keep(token, found, now), () -> known.remove(token));
        return read.map(Known::staff);
    }

    private Optional<Known> read(Tenant tenant, String token, Instant now, boolean acting) {
        byte[] hash = hash(token);
        Optional<SessionStore.Open> open = store.find(tenant, hash, now, now.minus(IDLE_MAX));
        if (open.isEmpty()) return Optional.empty();
        boolean stale = acting && now.isAfter(open.get().seenAt().plus(SEEN_EVERY));
        if (stale) store.see(tenant, hash, now);
        Instant seenAt = stale ? now : open.get().seenAt();
        return people.find(tenant, open.get().staff()).map(staff -> new Known(staff, now.plus(BELIEVED_MAX), seenAt));
    }

    private void keep(String token, Known found, Instant now) {
        if (known.size() >= KNOWN_MAX) known.values().removeIf(entry -> !now.isBefore(entry.until()));
        if (known.size() < KNOWN_MAX) known.put(token, found);
    }

    private static Optional<Tenant> tenant(String token) {
        int dot = token.indexOf('.');
        return token.matches("[0-9]{9}[.].+")
                ? Optional.of(new Tenant(Integer.parseInt(token, 0, dot, 10)))
                : Optional.empty();
    }

    private static byte[] hash(String token) {
        return Sm3.hash(token.getBytes(UTF_8));
    }
}

package org.yiwang.organisation.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.Secrets;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.model.Attempt;
import org.yiwang.organisation.store.DeviceStore;
import org.yiwang.platform.Sm3;

/** Browsers that are known for a person, by a token in a cookie of its own. */
@Service
public class Devices {
    public static final Duration KNOWN_MAX = Duration.ofDays(180);

    private final DeviceStore store;
    private final Secrets secrets;

    Devices(DeviceStore store, Secrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    boolean knows(Attempt attempt, Instant now) {
        String token = attempt.device();
        return token != null && store.knows(attempt.tenant(), hash(token), attempt.login(), now.minus(KNOWN_MAX));
    }

    /** The browser's token: the one it has, if we gave it, otherwise a new one. */
    String remember(Attempt attempt, Staff staff, Instant now) {
        String given = attempt.device();
        boolean ours = given != null && store.knows(attempt.tenant(), hash(given), now.minus(KNOWN_MAX));
        String token = ours && given != null ? given : secrets.token();
        store.remember(attempt.tenant(), hash(token), staff.id(), now);
        return token;
    }

    private static byte[] hash(String token) {
        return Sm3.hash(token.getBytes(UTF_8));
    }
}

package org.yiwang.organisation.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.yiwang.organisation.model.Toll;
import org.yiwang.organisation.store.DeviceStore;
import org.yiwang.organisation.store.FailureStore;
import org.yiwang.organisation.store.SessionStore;

/** Removes what is no longer of use: ended sessions, rested counts, browsers long not seen. The audit trail keeps who signed in when. */
@Service
class ForgetOldSignIns {
    private static final Duration ENDED_SESSIONS_KEPT = Duration.ofDays(1);

    private final SessionStore sessions;
    private final FailureStore failures;
    private final DeviceStore devices;
    private final Clock clock;

    ForgetOldSignIns(SessionStore sessions, FailureStore failures, DeviceStore devices, Clock clock) {
        this.sessions = sessions;
        this.failures = failures;
        this.devices = devices;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        Instant now = clock.instant();
        sessions.forget(now.minus(ENDED_SESSIONS_KEPT));
        failures.forget(now.minus(Toll.FORGOTTEN));
        devices.forget(now.minus(Devices.KNOWN_MAX));
    }
}

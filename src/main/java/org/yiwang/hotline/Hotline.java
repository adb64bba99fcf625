package org.yiwang.hotline;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recurring work: messages in, reports out, the night's comparison. Where no upper platform is named ({@code yiwang.hotline.upper.url}), orders come by
 * sheets alone and only the cases are followed.
 */
@Service
class Hotline {
    private static final Logger LOG = LoggerFactory.getLogger(Hotline.class);
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final long FOLLOW_MILLIS = 500;
    private static final long SPEAK_MILLIS = 2_000;
    private static final long QUIET_AFTER_FAILURES = 3;

    private final PullOrders pull;
    private final SendPushes send;
    private final FollowCases follow;
    private final @Nullable UpperPlatform upper;
    private final Tenant tenant;
    private long failures;

    Hotline(
            PullOrders pull,
            SendPushes send,
            FollowCases follow,
            JsonMapper json,
            @Value("${yiwang.hotline.upper.url:}") String url,
            @Value("${yiwang.hotline.upper.token:}") String token,
            @Value("${yiwang.tenant}") int tenant) {
        this.pull = pull;
        this.send = send;
        this.follow = follow;
        this.upper = url.isBlank() ? null : new HttpUpperPlatform(URI.create(url), token, ANSWERING, json);
        this.tenant = new Tenant(tenant);
    }

    boolean isLinked() {
        return upper != null;
    }

    @Scheduled(fixedDelay = FOLLOW_MILLIS)
    void follow() {
        follow.turn(tenant);
    }

    @Scheduled(fixedDelay = SPEAK_MILLIS)
    void speak() {
        if (upper == null) return;
        try {
            pull.turn(tenant, upper);
            send.turn(tenant, upper);
            if (failures >= QUIET_AFTER_FAILURES) LOG.info("The upper platform answers again");
            failures = 0;
        } catch (UpperPlatform.Unavailable | UpperPlatform.Refused e) {
            failures++;
            if (failures == QUIET_AFTER_FAILURES) LOG.warn("The upper platform does not answer: {}", e.getMessage());
        }
    }
}

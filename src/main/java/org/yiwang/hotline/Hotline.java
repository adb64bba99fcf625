package org.yiwang.hotline;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recurring work: messages in, reports out, the night's comparison. Where no upper platform is named ({@code yiwang.hotline.upper.url}), orders come by
 * sheets alone and only the cases are followed.
 */
@Service
public class Hotline {
    private static final Logger LOG = LoggerFactory.getLogger(Hotline.class);
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final long FOLLOW_MILLIS = 500;
    private static final long SPEAK_MILLIS = 2_000;
    private static final long NIGHT_MILLIS = 60_000;
    private static final LocalTime NIGHT = LocalTime.of(0, 30);
    private static final long QUIET_AFTER_FAILURES = 3;

    private final PullOrders pull;
    private final SendPushes send;
    private final FollowCases follow;
    private final CompareNight nights;
    private final Clock clock;
    private final @Nullable UpperPlatform upper;
    private final Tenant tenant;
    private long failures;

    Hotline(
            PullOrders pull,
            SendPushes send,
            FollowCases follow,
            CompareNight nights,
            Clock clock,
            JsonMapper json,
            @Value("${yiwang.hotline.upper.url:}") String url,
            @Value("${yiwang.hotline.upper.token:}") String token,
            @Value("${yiwang.tenant}") int tenant) {
        this.pull = pull;
        this.send = send;
        this.follow = follow;
        this.nights = nights;
        this.clock = clock;
        this.upper = url.isBlank() ? null : new HttpUpperPlatform(URI.create(url), token, ANSWERING, json);
        this.tenant = new Tenant(tenant);
    }

    /** Once a night, for the day that has ended; again until the upper platform has answered. */
    @Scheduled(fixedDelay = NIGHT_MILLIS)
    void compare() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), WorkCalendar.ZONE);
        LocalDate day = now.toLocalDate().minusDays(1);
        if (upper == null || now.toLocalTime().isBefore(NIGHT) || nights.isDone(tenant, day)) return;
        try {
            nights.run(tenant, upper, day);
        } catch (UpperPlatform.Unavailable | UpperPlatform.Refused e) {
            LOG.warn("The night of {} could not be compared yet: {}", day, e.getMessage());
        }
    }

    /** The same now, for a person who asks for it. */
    public void compare(LocalDate day) {
        if (upper == null) throw Refusal.conflict("hotline.no-upper").exception();
        try {
            nights.run(tenant, upper, day);
        } catch (UpperPlatform.Unavailable | UpperPlatform.Refused e) {
            throw Refusal.refuse(Refusal.Kind.UNAVAILABLE, "hotline.upper-away").exception();
        }
    }

    /** Whether an upper platform is named. */
    public boolean isLinked() {
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

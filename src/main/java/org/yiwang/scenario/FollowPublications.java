package org.yiwang.scenario;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.LiveFeed;
import org.yiwang.platform.feed.Subscription;

/** Hears of publications on other nodes and tells them on this one. */
@Component
@ConditionalOnWebApplication
class FollowPublications {
    private static final Logger LOG = LoggerFactory.getLogger(FollowPublications.class);
    private static final Duration WAIT = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LiveFeed feed;
    private final ApplicationEventPublisher events;
    private volatile boolean closed;

    FollowPublications(LiveFeed feed, ApplicationEventPublisher events) {
        this.feed = feed;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("scenario-publications").start(this::run);
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        closed = true;
    }

    private void run() {
        while (!closed) {
            try (Subscription line = feed.subscribe(row -> row.topic().equals(PublishPackage.TOPIC), null)) {
                while (!closed && line.isOpen()) line.take(WAIT).forEach(this::hear);
            } catch (RefusedException notReady) {
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void hear(Subscription.Item item) {
        if (!(item instanceof Subscription.Event(FeedRow row, String position))) return;
        try {
            PublishPackage.Told told = new PublishPackage.Told(
                    row.payload().path("packageId").asString(),
                    row.payload().path("version").asInt());
            events.publishEvent(new PackagePublished(row.tenant(), told.packageId(), told.version()));
        } catch (RuntimeException e) {
            LOG.error("A published package could not be taken over at {}; the next one or a restart does", position, e);
        }
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(PAUSE.toNanos());
    }
}

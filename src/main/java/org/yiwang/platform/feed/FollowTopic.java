package org.yiwang.platform.feed;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.yiwang.platform.RefusedException;

/** What a node keeps in memory learns here of changes that were made on other nodes: all that happens from now on, and once whatever was missed before. */
public final class FollowTopic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowTopic.class);
    private static final Duration WAIT = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LiveFeed feed;
    private final String topic;
    private final Runnable catchUp;
    private final Consumer<FeedRow> hear;
    private volatile boolean closed;

    /** @param catchUp done whenever the line stands anew: rows may have gone by before */
    public FollowTopic(LiveFeed feed, String topic, Runnable catchUp, Consumer<FeedRow> hear) {
        this.feed = feed;
        this.topic = topic;
        this.catchUp = catchUp;
        this.hear = hear;
    }

    public void begin() {
        Thread.ofVirtual().name("follow-" + topic).start(this::run);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void run() {
        while (!closed) {
            try (Subscription line = feed.subscribe(row -> row.topic().equals(topic), null)) {
                catchUp.run();
                while (!closed && line.isOpen()) line.take(WAIT).forEach(this::hear);
            } catch (RefusedException | DataAccessException notReady) {
                LOG.debug("The topic {} cannot be followed yet", topic, notReady);
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void hear(Subscription.Item item) {
        if (!(item instanceof Subscription.Event(FeedRow row, String position))) return;
        try {
            hear.accept(row);
        } catch (RuntimeException e) {
            LOG.error(
                    "A change of {} could not be taken over at {}; the next one or a restart does", topic, position, e);
        }
    }
}

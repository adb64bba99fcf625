package org.yiwang.platform.feed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yiwang.platform.Refusal;

/**
 * Bounds how many streams one holder has open: each costs a connection for as long as a page is looked at.
 *
 * @param <K> the holder, such as a person or an address
 */
public final class OpenStreams<K> {
    private final int most;
    private final String refusal;
    private final Map<K, Integer> open = new ConcurrentHashMap<>();

    /** One stream's place; closing gives it back. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @param refusal code of what is told to a holder of {@code most} streams who asks for another */
    public OpenStreams(int most, String refusal) {
        this.most = most;
        this.refusal = refusal;
    }

    public Place take(K holder) {
        if (open.merge(holder, 1, Integer::sum) > most) {
            give(holder);
            throw Refusal.refuse(Refusal.Kind.THROTTLED, refusal, most).exception();
        }
        return () -> give(holder);
    }

    private void give(K holder) {
        open.computeIfPresent(holder, (same, count) -> count == 1 ? null : count - 1);
    }
}

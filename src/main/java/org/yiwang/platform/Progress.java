package org.yiwang.platform;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.platform.contract.SchemaName;

/** How far a long piece of work in this node has come, for those who wait for it. One at a time. */
@Component
public class Progress {
    /**
     * @param phase stable word for what is being done, such as {@code playing}
     * @param done of {@code total}, in whatever the phase counts
     */
    @SchemaName("LoadingState")
    public record State(boolean running, String phase, long done, long total) {}

    private final AtomicReference<@Nullable State> state = new AtomicReference<>();

    public void begin(String phase, long total) {
        state.set(new State(true, phase, 0, total));
    }

    public void advance(long done) {
        state.updateAndGet(now -> now == null ? null : new State(now.running, now.phase, done, now.total));
    }

    /** The work is over; its last count stays to be seen. */
    public void finish() {
        state.updateAndGet(now -> now == null ? null : new State(false, now.phase, now.done, now.total));
    }

    /** Empty when no such work was begun since the node started. */
    public Optional<State> state() {
        return Optional.ofNullable(state.get());
    }
}

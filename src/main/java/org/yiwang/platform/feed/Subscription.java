package org.yiwang.platform.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One follower's place in the feed. Filled by the feed's thread, emptied by the follower's own; a follower that falls too far behind is cut. */
public final class Subscription implements AutoCloseable {
    static final int ITEMS_MAX = 1_000;

    /** Something for the follower; its position is the event id up to which a client that got it has everything. */
    public sealed interface Item {
        String position();
    }

    /** A row. Its position is the one before its batch, so that a follower cut in the middle gets the whole batch again. */
    public record Event(FeedRow row, String position) implements Item {}

    /** The end of a batch. */
    public record Mark(String position) implements Item {}

    private final LiveFeed feed;
    private final Predicate<FeedRow> visible;
    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>(ITEMS_MAX);
    private final List<Item> missed = new ArrayList<>();
    private Mark begin;
    private volatile String position;
    private volatile boolean open = true;
    private boolean complete = true;
    private boolean inBatch;

    Subscription(LiveFeed feed, Predicate<FeedRow> visible, String position) {
        this.feed = feed;
        this.visible = visible;
        this.begin = new Mark(position);
        this.position = position;
    }

    /** Where this subscription begins: a client that is cut before it gets anything comes back with this. */
    public Mark begin() {
        return begin;
    }

    /** False when what the client missed is no longer at hand, or too much: it must load its lists anew. */
    public boolean isComplete() {
        return complete;
    }

    /** False once the follower was cut or the feed has ended; the client may come back with its last event id. */
    public boolean isOpen() {
        return open;
    }

    /** Everything that has come, or else comes within the time; empty when nothing does. */
    public List<Item> take(Duration within) throws InterruptedException {
        List<Item> taken = new ArrayList<>(missed);
        missed.clear();
        Item first = items.poll(taken.isEmpty() ? within.toMillis() : 0, TimeUnit.MILLISECONDS);
        if (first != null) taken.add(first);
        items.drainTo(taken);
        return taken;
    }

    /** For a follower who has written out all that it took: the present position, unless something came in the meantime. */
    public Optional<Mark> mark() {
        // Read before the queue is looked at: the feed fills the queue first and moves the position after it.
        Mark reached = new Mark(position);
        return items.isEmpty() && missed.isEmpty() ? Optional.of(reached) : Optional.empty();
    }

    @Override
    public void close() {
        open = false;
        feed.leave(this);
    }

    /** Puts what the client missed before everything that came since. */
    void replay(List<FeedRow> rows, String from, String to) {
        rows.stream().filter(visible).forEach(row -> missed.add(new Event(row, from)));
        missed.add(new Mark(to));
        begin = new Mark(from);
    }

    void incomplete() {
        complete = false;
    }

    void offer(FeedRow row) {
        if (!open || !visible.test(row)) return;
        inBatch = true;
        put(new Event(row, position));
    }

    void endBatch(String reached) {
        if (inBatch) put(new Mark(reached));
        inBatch = false;
        position = reached;
    }

    private void put(Item item) {
        if (!items.offer(item)) open = false;
    }
}

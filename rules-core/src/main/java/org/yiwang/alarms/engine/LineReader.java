package org.yiwang.alarms.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A partition of the log as it is read elsewhere, where what was sent may come twice. What was read before is passed over; where something is missing nothing is read on,
 * because what followed would be other alarms.
 */
public final class LineReader {
    private static final long NOTHING = -1;

    private final Shard shard;
    private long next;
    private boolean otherRules;

    /** From the beginning of the log, or from where another reader hands over. */
    public LineReader(int partition) {
        this(new Shard(partition), NOTHING);
    }

    /** Goes on where {@link #next}, {@link #otherRules} and {@link #changes} of another left off. */
    public LineReader(int partition, long next, List<byte[]> rules, Iterable<byte[]> families) {
        this(Shard.restore(partition, rules, families), next);
    }

    private LineReader(Shard shard, long next) {
        this.shard = shard;
        this.next = next;
    }

    /** A line of the log is missing. */
    public static final class Gap extends RuntimeException {
        private static final long serialVersionUID = 1;

        Gap(int partition, long next, long came) {
            super("partition " + partition + " of the log was read up to " + next + ", but what came is " + came);
        }
    }

    /** Reads the next line. */
    public void take(LogLine line, Consumer<Output> out) {
        if (line instanceof LogLine.Said said) take(said, out);
        else if (line instanceof LogLine.Quiet quiet) take(quiet, out);
        else if (line instanceof LogLine.Handed handed) take(handed);
        else if (line instanceof LogLine.HandedFamily family && family.offset() == next) shard.know(family.state());
    }

    private void take(LogLine.Said said, Consumer<Output> out) {
        long offset = said.stamp().offset();
        if (offset < next) return;
        if (offset > Math.max(next, 0)) throw new Gap(said.partition(), next, offset);
        otherRules |= said.entry() instanceof Entry.RulesSet;
        shard.take(said.stamp(), said.entry(), out);
        next = offset + 1;
    }

    /** Of a sender that has been overtaken it says nothing: what it stood behind has not been read yet, or has been left behind. */
    private void take(LogLine.Quiet quiet, Consumer<Output> out) {
        if (quiet.stamp().offset() == next) shard.until(quiet.stamp().at(), out);
    }

    private void take(LogLine.Handed handed) {
        if (handed.offset() < next) return;
        if (next != NOTHING && handed.offset() > next) throw new Gap(handed.partition(), next, handed.offset());
        handed.rules().forEach(shard::knowRules);
        otherRules = true;
        next = handed.offset();
    }

    /** The offset of the entry that is wanted next; negative where nothing was read yet. */
    public long next() {
        return next;
    }

    /** See {@link Shard#changes}. */
    public Map<String, Optional<byte[]>> changes() {
        return shard.changes();
    }

    /** The rules, if others were told since this was last asked; asking forgets. */
    public Optional<List<byte[]>> otherRules() {
        boolean are = otherRules;
        otherRules = false;
        return are ? Optional.of(shard.rules()) : Optional.empty();
    }
}

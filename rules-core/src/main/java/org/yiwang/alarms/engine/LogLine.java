package org.yiwang.alarms.engine;

import java.util.List;

/** What one partition of the log says to a reader elsewhere. Lines of a partition travel in order; any of them may come twice. */
public sealed interface LogLine {
    int partition();

    /** An entry at its place. */
    record Said(Stamp stamp, Entry entry) implements LogLine {
        @Override
        public int partition() {
            return stamp.partition();
        }
    }

    /**
     * Nothing that comes later is earlier than this.
     *
     * @param stamp the next offset, and the time
     */
    record Quiet(Stamp stamp) implements LogLine {
        @Override
        public int partition() {
            return stamp.partition();
        }
    }

    /**
     * Another reader hands over: it has read everything before the offset, by these rules.
     *
     * @param rules as {@link Shard#rules} gives them
     */
    record Handed(int partition, long offset, List<byte[]> rules) implements LogLine {
        public Handed {
            rules = List.copyOf(rules);
        }
    }

    /** What it knew of a family; follows after {@link Handed}. */
    final class HandedFamily implements LogLine {
        private final int partition;
        private final long offset;
        private final byte[] state;

        /** @param state as {@link Shard#changes} gives it */
        public HandedFamily(int partition, long offset, byte[] state) {
            this.partition = partition;
            this.offset = offset;
            this.state = state.clone();
        }

        @Override
        public int partition() {
            return partition;
        }

        long offset() {
            return offset;
        }

        byte[] state() {
            return state.clone();
        }
    }
}

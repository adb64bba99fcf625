package org.yiwang.alarms.engine;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How far one rule is on one device. Times are engine times; 0 stands for none. */
final class RuleState {
    enum Phase {
        /** Nothing to say. */
        IDLE,
        /** It holds, but not yet long enough. */
        PENDING,
        /** An alarm. */
        ACTIVE,
        /** Ended by hand, and what it is about has not gone away since. */
        ENDED
    }

    static final long[] NONE = {};
    private static final SortedMap<String, RuleState> NO_PARTS = Collections.emptySortedMap();

    Phase phase = Phase.IDLE;
    /** When it began to hold; in a rule about silence, when last something was heard. */
    long since;
    /** Offset of the entry with which it began. */
    long episode;
    /** When it last held. */
    long held;

    int level;
    /** Of the next output of the episode. */
    int number;
    /** An alarm that nobody is told of because there are too many. */
    boolean hidden;
    /** When it held lately, where it has to hold several times. */
    long[] hits = NONE;
    /** Not before then: after an end, or while somebody else is asked first. */
    long notBefore;

    long remindAt;

    /** Of what part of the device it is, where the rule goes by parts. */
    final String part;

    /** One state for each part, in a rule that goes by parts; this one itself is of none then. */
    SortedMap<String, RuleState> parts = NO_PARTS;

    RuleState(String part) {
        this.part = part;
    }

    RuleState of(String value) {
        if (parts.isEmpty()) parts = new TreeMap<>();
        return parts.computeIfAbsent(value, RuleState::new);
    }
}

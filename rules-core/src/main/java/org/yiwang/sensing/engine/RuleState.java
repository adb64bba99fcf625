package org.yiwang.sensing.engine;

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
}

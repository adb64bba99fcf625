package org.yiwang.alarms.engine;

/**
 * Keeps a family from saying more than a person can read: {@link #ALARMS_MAX} alarms within ten minutes, the measure of EEMUA 191 for an operator. What goes beyond is
 * counted by one alarm.
 */
final class Flood {
    static final int ALARMS_MAX = 10;
    static final long MILLIS = 600_000;

    /** When the last alarms were raised, in a ring; 0 where there was none. */
    final long[] raised = new long[ALARMS_MAX];

    int next;
    boolean isOn;
    long episode;
    /** When last an alarm was held back. */
    long heldBackAt;

    int heldBack;

    /** Whether one more may be told now; counts it if so. */
    boolean allows(long now) {
        if (raised[next] != 0 && raised[next] > now - MILLIS) return false;
        raised[next] = now;
        next = (next + 1) % ALARMS_MAX;
        return true;
    }

    long due() {
        return isOn ? heldBackAt + MILLIS : Long.MAX_VALUE;
    }
}

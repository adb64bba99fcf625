package org.yiwang.upper;

import java.util.Locale;

/** What goes wrong with one request, when a fault plan says so. */
enum Fault {
    /** Nothing. */
    OK,
    /** The answer is 500 and nothing was done. */
    ERROR,
    /** What was asked is done, and the answer is 500 all the same. */
    ERROR_AFTER,
    /** The answer comes late. */
    SLOW,
    /** What was asked is done, and the connection ends without an answer. */
    LOST,
    /** Every message of the answer comes twice. */
    TWICE,
    /** The messages of the answer come in reversed order. */
    REVERSED,
    /** The process ends before it has done anything. */
    KILL_BEFORE,
    /** The process ends while it writes what it was asked to do. */
    KILL_AMID,
    /** The process ends after it has done what was asked and before it answers. */
    KILL_AFTER;

    static Fault of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

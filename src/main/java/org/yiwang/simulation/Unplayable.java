package org.yiwang.simulation;

/** What was asked for cannot be played; the message says what to mend. */
public final class Unplayable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unplayable(String why) {
        super(why);
    }
}

package org.yiwang.sensing.gate;

import org.jspecify.annotations.Nullable;

/** {@code yw/<serial number>/<kind of message>}: the only topics there are. */
record Topic(String serial, String kind) {
    static final String INVALID = "topic";
    static final String FILTER = "yw/+/+";
    private static final String COMMAND = "command";
    private static final int PARTS = 3;

    /** What a device may listen to. */
    static String commands(String serial) {
        return "yw/" + serial + "/" + COMMAND;
    }

    boolean isCommand() {
        return kind.equals(COMMAND);
    }

    /** Null for any other. */
    static @Nullable Topic of(@Nullable String name) {
        if (name == null) return null;
        String[] parts = name.split("/", -1);
        boolean ours = parts.length == PARTS && parts[0].equals("yw") && !parts[1].isEmpty() && !parts[2].isEmpty();
        return ours ? new Topic(parts[1], parts[2]) : null;
    }
}

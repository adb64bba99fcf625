package org.yiwang.alarms.engine;

/** An order that was given and is still to be watched: what forbids it may come after it was given. */
record Asked(String device, String rule, String part, long episode, String order) {}

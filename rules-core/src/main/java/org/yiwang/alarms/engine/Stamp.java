package org.yiwang.alarms.engine;

/**
 * A place in the log.
 *
 * @param offset of the entry within its partition, rising
 * @param at when it was written down, in milliseconds since 1970; never falls within a partition. This is the only time that the engine knows
 */
public record Stamp(int partition, long offset, long at) {}

package org.yiwang.lists.model;

/**
 * How a list stands, counting the items that the person sees.
 *
 * @param late of those open
 */
public record Standing(TaskList list, int items, int open, int late, int handedIn) {}

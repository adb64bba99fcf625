package org.yiwang.booking.model;

/**
 * How much of one kind of goods is to be picked up.
 *
 * @param goods id of {@link Goods}
 */
public record Amount(String goods, int count) {}

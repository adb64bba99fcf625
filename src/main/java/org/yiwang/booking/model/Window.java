package org.yiwang.booking.model;

import java.time.LocalTime;

/**
 * A part of every day on which something is offered.
 *
 * @param capacity how many bookings it takes
 */
public record Window(LocalTime from, LocalTime to, int capacity) {}

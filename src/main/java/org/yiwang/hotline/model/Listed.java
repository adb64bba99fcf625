package org.yiwang.hotline.model;

import java.time.Instant;

/**
 * An order in the upper platform's list of a day.
 *
 * @param status in its letters
 */
public record Listed(String no, String status, Instant receivedAt) {}

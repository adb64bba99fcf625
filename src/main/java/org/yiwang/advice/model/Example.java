package org.yiwang.advice.model;

import java.time.Instant;

/**
 * A matter of which the category is known.
 *
 * @param category as it stands at the end, corrections included
 * @param weight 1 for a closed case, more for a lesson that somebody gave by correcting
 */
public record Example(String text, String category, Instant at, int weight) {}

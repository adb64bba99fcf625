package org.yiwang.advice.model;

import java.util.List;

/**
 * A category that a text may belong to.
 *
 * @param certainty 0 to 1, scaled so that of all guesses of a certainty that share is right
 * @param words of the text that spoke most for it, the weightiest first
 */
public record Guess(String category, double certainty, List<String> words) {}

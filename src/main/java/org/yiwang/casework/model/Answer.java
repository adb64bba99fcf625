package org.yiwang.casework.model;

import java.util.List;

/**
 * What was answered to one question of a category. Values are kept as checked, not as said: keys of a list, a plain number, an instant by ISO 8601, or the
 * reporter's own words.
 *
 * @param question the key of the question
 */
public record Answer(String question, List<String> values) {}

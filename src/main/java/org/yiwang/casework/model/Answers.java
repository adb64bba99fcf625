package org.yiwang.casework.model;

import java.util.List;

/**
 * What the reporter of a case answered, in the order of the questions.
 *
 * @param category whose questions these were; it stays when the case is put under another category, because each has questions of its own
 */
public record Answers(String category, List<Answer> given) {}

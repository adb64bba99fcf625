package org.yiwang.casework.web;

import java.util.List;
import org.yiwang.casework.CategoryQuestions.Datatype;

/**
 * A question and what was answered to it, in both languages.
 *
 * @param values where the question is no list, both languages hold what was answered; of a datetime an instant by ISO 8601
 */
record AnswerView(String question, String zh, String en, Datatype datatype, List<Said> values) {
    record Said(String zh, String en) {}
}

package org.yiwang.casework.web;

import java.util.List;
import org.yiwang.scenario.form.Kind;

/**
 * A question and what was answered to it, in both languages.
 *
 * @param values where the question has no choices, both languages hold what was answered; of a moment an instant by ISO 8601
 */
record AnswerView(String question, String zh, String en, Kind kind, List<Said> values) {
    record Said(String zh, String en) {}
}

package org.yiwang.casework.web;

import java.util.List;
import org.yiwang.casework.model.OutsideView;
import org.yiwang.scenario.form.Kind;

/**
 * A question and what was answered to it, in both languages.
 *
 * @param values where the question has no choices, both languages hold what was answered; of a moment an instant by ISO 8601
 */
record AnswerView(String question, String zh, String en, Kind kind, List<Said> values) {
    record Said(String zh, String en) {}

    /** As an outside party sees it: without telephone numbers in what people wrote themselves. */
    AnswerView outside() {
        return switch (kind) {
            case LINE, TEXT ->
                new AnswerView(
                        question,
                        zh,
                        en,
                        kind,
                        values.stream()
                                .map(said -> new Said(
                                        OutsideView.withoutNumbers(said.zh), OutsideView.withoutNumbers(said.en)))
                                .toList());
            case NUMBER, INTEGER, DATE, MOMENT, YES_NO, CHOICE, CHOICES, PHOTOS, PLACE, RECORD -> this;
        };
    }
}

package org.yiwang.casework;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yiwang.casework.CategoryQuestions.Question;

/** Something acceptable for everything that a category must have answered. */
final class AnyAnswers {
    private static final CategoryQuestions QUESTIONS = new CategoryQuestions();

    private AnyAnswers() {}

    static Map<String, List<String>> to(String category) {
        return QUESTIONS.of(category).stream()
                .filter(Question::required)
                .collect(Collectors.toMap(Question::key, AnyAnswers::to));
    }

    private static List<String> to(Question question) {
        return List.of(
                switch (question.datatype()) {
                    case SINGLEVALUELIST, MULTIVALUELIST ->
                        question.choices().getFirst().key();
                    case NUMBER -> "3";
                    case DATETIME -> "2021-11-09T09:00:00+08:00";
                    case STRING, TEXT -> "三单元";
                });
    }
}

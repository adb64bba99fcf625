package org.yiwang.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CategoryQuestions;
import org.yiwang.casework.CategoryQuestions.Datatype;
import org.yiwang.casework.CategoryQuestions.Question;
import org.yiwang.casework.model.Answer;
import org.yiwang.casework.model.Answers;

/** Puts stored answers into words. What the catalogue no longer asks is shown as it was stored. */
@Component
class AnswerViews {
    private final CategoryQuestions questions;

    AnswerViews(CategoryQuestions questions) {
        this.questions = questions;
    }

    List<AnswerView> of(@Nullable Answers answers) {
        if (answers == null) return List.of();
        List<Question> asked = questions.of(answers.category());
        return answers.given().stream().map(answer -> view(asked, answer)).toList();
    }

    private static AnswerView view(List<Question> asked, Answer answer) {
        return asked.stream()
                .filter(question -> question.key().equals(answer.question()))
                .findFirst()
                .map(question ->
                        view(answer, question.zh(), question.en(), question.datatype(), said(question, answer)))
                .orElseGet(() -> view(
                        answer,
                        answer.question(),
                        answer.question(),
                        Datatype.STRING,
                        answer.values().stream().map(AnswerViews::plain).toList()));
    }

    private static AnswerView view(
            Answer answer, String zh, String en, Datatype datatype, List<AnswerView.Said> values) {
        return new AnswerView(answer.question(), zh, en, datatype, values);
    }

    private static List<AnswerView.Said> said(Question question, Answer answer) {
        return answer.values().stream()
                .map(stored -> question.choices().stream()
                        .filter(choice -> choice.key().equals(stored))
                        .findFirst()
                        .map(choice -> new AnswerView.Said(choice.zh(), choice.en()))
                        .orElseGet(() -> plain(stored)))
                .toList();
    }

    private static AnswerView.Said plain(String stored) {
        return new AnswerView.Said(stored, stored);
    }
}

package org.yiwang.casework.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.model.Answer;
import org.yiwang.casework.model.Answers;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.form.Kind;

/** Puts stored answers into the words of the form that asked for them. What no form knows is shown as it was stored. */
@Component
class AnswerViews {
    private static final AnswerView.Said YES = new AnswerView.Said("是", "Yes");
    private static final AnswerView.Said NO = new AnswerView.Said("否", "No");

    private final CatalogueStore catalogue;

    AnswerViews(CatalogueStore catalogue) {
        this.catalogue = catalogue;
    }

    List<AnswerView> of(Tenant tenant, @Nullable Answers answers) {
        if (answers == null) return List.of();
        Form form = catalogue.form(tenant, answers.category(), answers.edition());
        return of(form, answers.given());
    }

    static List<AnswerView> of(Form form, List<Answer> given) {
        return given.stream().map(answer -> view(form, answer)).toList();
    }

    private static AnswerView view(Form form, Answer answer) {
        String name = answer.question();
        return form.field(name)
                .map(field -> new AnswerView(
                        name,
                        field.title().zh(),
                        field.title().en(),
                        field.kind(),
                        answer.values().stream()
                                .map(value -> said(field, value))
                                .toList()))
                .orElseGet(() -> new AnswerView(
                        name,
                        name,
                        name,
                        Kind.LINE,
                        answer.values().stream().map(AnswerViews::plain).toList()));
    }

    private static AnswerView.Said said(Field field, String stored) {
        if (field.kind() == Kind.YES_NO) return stored.equals("true") ? YES : NO;
        return field.choices().stream()
                .filter(choice -> choice.value().equals(stored))
                .findFirst()
                .map(choice ->
                        new AnswerView.Said(choice.title().zh(), choice.title().en()))
                .orElseGet(() -> plain(stored));
    }

    private static AnswerView.Said plain(String stored) {
        return new AnswerView.Said(stored, stored);
    }
}

package org.yiwang.casework;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Answer;
import org.yiwang.casework.model.ReadAnswers;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.scenario.form.Form;

/** Holds what was answered against the form of the category, for every channel alike; the fields it names are {@code answers.KEY}. */
public final class CheckAnswers {
    public static final String FIELD = ReadAnswers.FIELD;

    private CheckAnswers() {}

    /**
     * The answers as they are kept, in the order of the questions.
     *
     * @param given values by the name of the field; blank ones are none
     * @param isWhole whether what must be answered has to be there: not for the past, when perhaps nobody asked
     * @throws RefusedException naming the first answer that is missing or wrong
     */
    public static List<Answer> of(Form form, Map<String, ? extends @Nullable List<String>> given, boolean isWhole) {
        ReadAnswers.fault(form, given, isWhole).map(Refusal::exception).ifPresent(refused -> {
            throw refused;
        });
        return ReadAnswers.kept(form, given);
    }
}

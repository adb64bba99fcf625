package org.yiwang.casework;

import java.util.List;
import java.util.Map;
import org.yiwang.casework.model.Answer;
import org.yiwang.casework.model.Procedure;
import org.yiwang.casework.model.Repeats;
import org.yiwang.casework.model.Subject;
import org.yiwang.worktime.Limit;

/** A shop of the register and the case type about it, as the package of the house defines it. */
final class ShopCase {
    static final String CODE = "E0501";
    static final Procedure TYPE = type();

    private ShopCase() {}

    private static Procedure type() {
        StandardCatalogue standard = new StandardCatalogue();
        return ReadCaseTypes.of(
                        standard.published().get("shopfront").getFirst().files(), new org.yiwang.scenario.Faults())
                .types()
                .get(CODE)
                .procedure();
    }

    static Subject shop(String industry) {
        return new Subject(
                "shop",
                "S-7",
                "老杨水果",
                List.of(
                        new Answer("number", List.of("S-7")),
                        new Answer("name", List.of("老杨水果")),
                        new Answer("industry", List.of(industry))));
    }

    static Repeats repeats(int earlier) {
        return new Repeats(earlier, Limit.days(180));
    }

    static Map<String, List<String>> answers(String... namesAndValues) {
        Map<String, List<String>> answers = new java.util.HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            answers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        return answers;
    }
}

package org.yiwang.scenario.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When a field is asked or must be answered: all tests hold, or, for what stands under {@code else}, not all of them.
 *
 * @param negated true under {@code else}
 */
public record Condition(List<Test> tests, boolean negated) {
    public static final Condition ALWAYS = new Condition(List.of(), false);

    /**
     * Whether a field has one of the values.
     *
     * @param values of a choice, or {@code true} and {@code false}
     */
    public record Test(String field, List<String> values) {
        boolean holds(JsonNode data) {
            @Nullable JsonNode given = data.get(field);
            return given != null && (given.isString() || given.isBoolean()) && values.contains(given.asString());
        }
    }

    public boolean holds(JsonNode data) {
        return tests.stream().allMatch(test -> test.holds(data)) != negated;
    }
}

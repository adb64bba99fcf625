package org.yiwang.rounds.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.rule.Rule;
import tools.jackson.databind.JsonNode;

/**
 * What a round goes over: every cell, or the records of a register.
 *
 * @param register null for the cells
 * @param form what the register asks
 * @param where which of its records; null for all
 */
public record Over(
        @Nullable String register, Form form, @Nullable Where where) {
    public static final Over CELLS = new Over(null, Form.empty(), null);
    /** What {@code where} has to answer. */
    public static final Type ANSWER = Type.FLAG;

    private static final String PREFIX = "record";

    /** @param rule empty where the register has changed so that the package's rule no longer makes sense: it then holds for nothing */
    public record Where(Optional<Rule> rule) {}

    /** What a rule may say of a record; personal fields are not spoken of. */
    public static Scope scope(Form form) {
        Scope scope = Scope.EMPTY;
        for (var name : form.scope(PREFIX).names().entrySet())
            if (!isPersonal(form, name.getKey())) scope = scope.with(name.getKey(), name.getValue());
        return scope;
    }

    private static boolean isPersonal(Form form, String name) {
        return form.field(name.substring(PREFIX.length() + 1))
                .filter(Field::personal)
                .isPresent();
    }

    public boolean covers(JsonNode record) {
        return where == null || where.rule().filter(rule -> holds(rule, record)).isPresent();
    }

    public boolean holds(Rule rule, JsonNode record) {
        return rule.holds(form.values(PREFIX, record));
    }
}

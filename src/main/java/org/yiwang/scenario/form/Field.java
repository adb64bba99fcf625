package org.yiwang.scenario.form;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.rule.Rule;
import tools.jackson.databind.JsonNode;

/**
 * One field of a form.
 *
 * @param hint explains the field where the title does not
 * @param shown when it is asked at all
 * @param required when it must be answered: where one of these holds
 * @param choices of a choice or choices, in order
 * @param register whose records a {@link Kind#RECORD} names by their key
 * @param opens the numbers that open a case, the first that holds; only the checklists of rounds have some
 * @param atMost of a number: the name of another number of the form that it may not exceed, such as what was right of what was looked at
 * @param computed gives the value of a number or a choice from the other answers; nobody answers such a field
 * @param personal sealed at rest, shown masked
 */
public record Field(
        String name,
        Kind kind,
        Words title,
        @Nullable Words hint,
        Condition shown,
        List<Condition> required,
        List<Choice> choices,
        Bounds bounds,
        @Nullable Words unit,
        @Nullable String register,
        List<Opens> opens,
        @Nullable String atMost,
        @Nullable Rule computed,
        boolean personal) {

    /** Least and most: characters of a text, entries of a list, or the value of a number. */
    public record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        static final Bounds NONE = new Bounds(null, null);
    }

    public boolean isAsked(JsonNode data) {
        return shown.holds(data);
    }

    public boolean isRequired(JsonNode data) {
        return isAsked(data) && required.stream().anyMatch(condition -> condition.holds(data));
    }

    Field require(Condition when) {
        List<Condition> all = java.util.stream.Stream.concat(required.stream(), java.util.stream.Stream.of(when))
                .toList();
        return new Field(
                name, kind, title, hint, shown, all, choices, bounds, unit, register, opens, atMost, computed,
                personal);
    }

    Field computedBy(Rule rule) {
        return new Field(
                name, kind, title, hint, shown, required, choices, bounds, unit, register, opens, atMost, rule,
                personal);
    }
}

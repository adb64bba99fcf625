package org.yiwang.casework.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the flow table.
 *
 * @param to the stage afterwards; null = stays
 * @param clocks what happens ({@code stop}, {@code start}, {@code pause} …) to which clocks; {@code all} = every open one
 * @param undo whether it can be taken back within {@link Flow#UNDO_SECONDS_MAX}
 */
public record Transition(
        String action,
        Set<Stage> from,
        @Nullable Stage to,
        List<Who> who,
        List<Need> needs,
        List<String> guards,
        Map<String, List<String>> clocks,
        List<String> effects,
        Style style,
        boolean undo) {

    /** How loudly a screen offers the action. */
    public enum Style {
        PRIMARY,
        NORMAL,
        DANGER;

        @JsonValue
        public String id() {
            return Kebab.of(this);
        }

        /** @throws IllegalArgumentException when there is none of this id */
        @JsonCreator
        public static Style of(String id) {
            return valueOf(Kebab.constant(id));
        }
    }

    /** A field of the request; {@code reasons} names the list its code must be from. */
    public record Need(
            String field, boolean required, @Nullable String reasons) {

        static Need parse(String text) {
            boolean optional = text.endsWith("?");
            String name = optional ? text.substring(0, text.length() - 1) : text;
            int colon = name.indexOf(':');
            return colon < 0
                    ? new Need(name, !optional, null)
                    : new Need(name.substring(0, colon), !optional, name.substring(colon + 1));
        }
    }

    Stage after(Stage now) {
        return to == null ? now : to;
    }

    List<String> clocks(String verb) {
        return clocks.getOrDefault(verb, List.of());
    }
}

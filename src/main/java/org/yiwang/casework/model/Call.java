package org.yiwang.casework.model;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at an action, with all that a decision may look at.
 *
 * @param openChildren how many parts split from this case are not closed
 */
record Call(
        CaseFile file,
        Transition row,
        Actor actor,
        ActionInput input,
        Instant now,
        Supplier<UUID> ids,
        int openChildren,
        Catalogue catalogue,
        Flow.Bounds bounds,
        Reckoning reckoning) {

    Category category() {
        String chosen = input.category() == null ? file.category() : input.category();
        return chosen.equals(file.category())
                ? catalogue.category(chosen, file.notes().edition())
                : catalogue.category(chosen);
    }

    Person self() {
        return new Person(UUID.fromString(actor.id()), actor.name());
    }

    String note() {
        return orEmpty(input.note());
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

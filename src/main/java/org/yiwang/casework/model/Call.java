package org.yiwang.casework.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiwang.worktime.Limit;

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

    Procedure procedure() {
        return catalogue.procedure(file.category(), file.notes().edition());
    }

    StepTrack track() {
        return StepTrack.of(procedure(), file, reckoning);
    }

    /** As it came with the matter, else by the dispatch table where that says so, else by the category. */
    Optional<Limit> limit(ClockName clock) {
        Given given = file.notes().given();
        boolean isAgain = file.notes().reopens() > 0 || row.effects().contains("count-reopen");
        Optional<Limit> brought = given == null ? Optional.empty() : given.limit(clock, isAgain);
        Ruling ruling = file.notes().ruling();
        Optional<Limit> ruled = ruling == null ? Optional.empty() : ruling.limit(clock);
        return brought.or(() -> ruled).or(() -> category().limit(clock));
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

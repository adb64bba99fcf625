package org.yiwang.casework.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * What part a unit has in a case at some point of its past.
 *
 * @param leads whether it leads
 * @param assignment its help that was asked for; null where none was, or it was waived
 * @param isDone whether it has helped already
 */
public record OutsidePart(boolean leads, @Nullable UUID assignment, boolean isDone) {
    public static final OutsidePart NONE = new OutsidePart(false, null, false);

    /** Whether there is something for it to do: what is written then may be meant for it. */
    public boolean isTheirs() {
        return leads || (assignment != null && !isDone);
    }

    public boolean isAny() {
        return leads || assignment != null;
    }

    /** Its part after a step with these effects. */
    public OutsidePart after(List<Effect> effects, UnitId unit) {
        OutsidePart part = this;
        for (Effect effect : effects) part = part.after(effect, unit);
        return part;
    }

    private OutsidePart after(Effect effect, UnitId unit) {
        return switch (effect) {
            case Effect.LeadSet set -> new OutsidePart(unit.equals(set.unit()), assignment, isDone);
            case Effect.AssistantAdded added
            when added.unit().equals(unit) -> new OutsidePart(leads, added.assignment(), false);
            case Effect.AssistantSettled settled
            when settled.assignment().equals(assignment) ->
                settled.state() == Assignment.State.WAIVED
                        ? new OutsidePart(leads, null, false)
                        : new OutsidePart(leads, assignment, true);
            default -> this;
        };
    }
}

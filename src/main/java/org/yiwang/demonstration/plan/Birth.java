package org.yiwang.demonstration.plan;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;

/**
 * A matter that comes in, and what is to become of it.
 *
 * @param into the earlier matter of the same day that it joins
 * @param heldUntil the case stays open at least until then, because others join it
 * @param firstContact how the first contact with the caller goes
 */
record Birth(
        int number,
        Channel channel,
        Category category,
        Spot spot,
        Instant at,
        Set<Outcome> fate,
        @Nullable Integer into,
        @Nullable Instant heldUntil,
        FirstContact firstContact) {

    /** Whether the caller is reached at once, after tries, or too late. */
    enum FirstContact {
        REACHED,
        TRIES,
        LATE
    }

    boolean has(Outcome outcome) {
        return fate.contains(outcome);
    }

    Birth with(Outcome outcome) {
        EnumSet<Outcome> more = EnumSet.of(outcome);
        more.addAll(fate);
        return new Birth(number, channel, category, spot, at, more, into, heldUntil, firstContact);
    }

    Birth with(FirstContact contact) {
        return new Birth(number, channel, category, spot, at, fate, into, heldUntil, contact);
    }

    Birth heldUntil(Instant moment) {
        Instant later = heldUntil != null && heldUntil.isAfter(moment) ? heldUntil : moment;
        return new Birth(number, channel, category, spot, at, fate, into, later, firstContact);
    }

    /** The same matter elsewhere. */
    Birth moved(Spot other) {
        return new Birth(number, channel, category, other, at, fate, into, heldUntil, firstContact);
    }

    /** The same matter as another, brought by somebody else. */
    Birth joining(Birth other) {
        EnumSet<Outcome> more = EnumSet.of(Outcome.MERGED);
        return new Birth(number, channel, other.category, other.spot, at, more, other.number, null, firstContact);
    }
}

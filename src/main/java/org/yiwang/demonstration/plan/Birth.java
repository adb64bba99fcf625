package org.yiwang.demonstration.plan;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;
import org.yiwang.organisation.UnitId;

/**
 * A matter that comes in, and what is to become of it.
 *
 * @param into the earlier matter of the same day that it joins
 * @param heldUntil the case stays open at least until then, because others join it
 * @param firstContact how the first contact with the caller goes
 * @param words what the texts have to call things, by the slot
 * @param assist whom the dispatch table sends along
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
        FirstContact firstContact,
        Map<String, String> words,
        List<UnitId> assist) {

    /** Whether the caller is reached at once, after tries, or too late. */
    enum FirstContact {
        REACHED,
        TRIES,
        LATE
    }

    boolean has(Outcome outcome) {
        return fate.contains(outcome);
    }

    /** A matter of which nothing is settled yet. */
    Birth(int number, Channel channel, Category category, Spot spot, Instant at) {
        this(
                number,
                channel,
                category,
                spot,
                at,
                EnumSet.noneOf(Outcome.class),
                null,
                null,
                FirstContact.REACHED,
                Map.of(),
                List.of());
    }

    Birth with(Outcome outcome) {
        EnumSet<Outcome> more = EnumSet.of(outcome);
        more.addAll(fate);
        return new Birth(number, channel, category, spot, at, more, into, heldUntil, firstContact, words, assist);
    }

    Birth with(FirstContact contact) {
        return new Birth(number, channel, category, spot, at, fate, into, heldUntil, contact, words, assist);
    }

    Birth heldUntil(Instant moment) {
        Instant later = heldUntil != null && heldUntil.isAfter(moment) ? heldUntil : moment;
        return new Birth(number, channel, category, spot, at, fate, into, later, firstContact, words, assist);
    }

    /** The same matter at this place, with what things are called there. */
    Birth moved(Spot there, Map<String, String> called) {
        return new Birth(number, channel, category, there, at, fate, into, heldUntil, firstContact, called, assist);
    }

    /** The same matter with the limits and the lead that the dispatch table gives it. */
    Birth ruled(Category ruled, List<UnitId> alongside) {
        return new Birth(number, channel, ruled, spot, at, fate, into, heldUntil, firstContact, words, alongside);
    }

    /** The same matter elsewhere. */
    Birth moved(Spot other) {
        return moved(other, words);
    }

    /** The same matter as another, brought by somebody else. */
    Birth joining(Birth other) {
        EnumSet<Outcome> more = EnumSet.of(Outcome.MERGED);
        return new Birth(
                number,
                channel,
                other.category,
                other.spot,
                at,
                more,
                other.number,
                null,
                firstContact,
                other.words,
                List.of());
    }

    /** Whether it comes to anything of its own: what is declined, withdrawn or joined does not. */
    boolean counts() {
        return !has(Outcome.DECLINED) && !has(Outcome.WITHDRAWN) && !has(Outcome.MERGED);
    }
}

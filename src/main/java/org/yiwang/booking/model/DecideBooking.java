package org.yiwang.booking.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.booking.model.BookingStep.Part;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;
import org.yiwang.worktime.WorkCalendar;

/** Whether a step may be taken with a booking now, by this person. Whether the new slot has a place left only the store knows. */
public final class DecideBooking {
    public static final int NOTE_CHARACTERS_MAX = 500;
    /** A stop that weighs more was mistyped. */
    public static final int KILOGRAMS_MAX = 20_000;

    private final Booking booking;
    private final Offering offering;
    private final Person person;
    private final Instant now;

    public DecideBooking(Booking booking, Offering offering, Person person, Instant now) {
        this.booking = booking;
        this.offering = offering;
        this.person = person;
        this.now = now;
    }

    /** The steps that this person could take now, were everything handed in that they need. */
    public List<BookingStep> open() {
        return Arrays.stream(BookingStep.values())
                .filter(step -> general(step, booking.revision()) == null && timely(step) == null)
                .toList();
    }

    /** @param isHoliday whether the new slot's day is a public holiday */
    public Decision<BookingEvent> change(int revision, Slot slot, boolean isHoliday) {
        Refusal refusal = general(BookingStep.CHANGE, revision);
        if (refusal == null) refusal = timely(BookingStep.CHANGE);
        if (refusal == null && slot.equals(booking.slot())) refusal = Refusal.invalid("begins", "booking.same-slot");
        if (refusal == null)
            refusal = offering.slots().refusal(slot, LocalDate.ofInstant(now, WorkCalendar.ZONE), isHoliday);
        return refusal == null
                ? Decision.granted(event(BookingStep.CHANGE, "").moved(slot))
                : Decision.refused(refusal);
    }

    /** Staff say why; whoever booked need not. */
    public Decision<BookingEvent> cancel(int revision, @Nullable String note) {
        Refusal refusal = general(BookingStep.CANCEL, revision);
        if (refusal == null) refusal = timely(BookingStep.CANCEL);
        if (refusal == null && !person.parts().contains(Part.BOOKER)) refusal = noted(note);
        if (refusal == null) refusal = bounded(note);
        return refusal == null ? Decision.granted(event(BookingStep.CANCEL, words(note))) : Decision.refused(refusal);
    }

    public Decision<BookingEvent> plan(UUID trip, int turn) {
        Refusal refusal = general(BookingStep.PLAN, booking.revision());
        return refusal == null
                ? Decision.granted(event(BookingStep.PLAN, "").put(trip, turn))
                : Decision.refused(refusal);
    }

    public Decision<BookingEvent> release() {
        Refusal refusal = general(BookingStep.RELEASE, booking.revision());
        return refusal == null ? Decision.granted(event(BookingStep.RELEASE, "")) : Decision.refused(refusal);
    }

    /** @param step SERVE, MISS or TURN_AWAY */
    public Decision<BookingEvent> settle(BookingStep step, Outcome outcome) {
        Refusal refusal = general(step, booking.revision());
        if (refusal == null) refusal = fault(step, outcome);
        return refusal == null
                ? Decision.granted(event(step, outcome.note()).found(outcome))
                : Decision.refused(refusal);
    }

    /** @param opened the case that the complaint opens */
    public Decision<BookingEvent> dispute(@Nullable String note, UUID opened) {
        Refusal refusal = general(BookingStep.DISPUTE, booking.revision());
        if (refusal == null && booking.pickup().disputedAt() != null)
            refusal = Refusal.conflict("booking.disputed-already");
        if (refusal == null) refusal = noted(note);
        if (refusal == null) refusal = bounded(note);
        return refusal == null
                ? Decision.granted(event(BookingStep.DISPUTE, words(note)).opening(opened))
                : Decision.refused(refusal);
    }

    private @Nullable Refusal general(BookingStep step, int revision) {
        if (revision != booking.revision()) return Refusal.refuse(Refusal.Kind.STALE, "booking.stale");
        if (person.parts().stream().noneMatch(step::isOpenTo)) return Refusal.forbidden("booking.not-yours");
        if (!step.startsIn(booking.state())) return Refusal.conflict("booking.not-now");
        return step == BookingStep.DISPUTE && booking.pickup().disputedAt() != null
                ? Refusal.conflict("booking.disputed-already")
                : null;
    }

    /** Whoever booked has to say it in time: a vehicle is on its way then. */
    private @Nullable Refusal timely(BookingStep step) {
        boolean isMoved = step == BookingStep.CHANGE || step == BookingStep.CANCEL;
        if (!isMoved || person.parts().contains(Part.DESK)) return null;
        return now.isAfter(offering.slots().changeableUntil(booking.slot()))
                ? Refusal.conflict("booking.too-late", offering.slots().cancelHours())
                : null;
    }

    private @Nullable Refusal fault(BookingStep step, Outcome outcome) {
        if (outcome.note().length() > DecideBooking.NOTE_CHARACTERS_MAX)
            return Refusal.invalid("note", "booking.too-long", NOTE_CHARACTERS_MAX);
        if (outcome.before().isEmpty()) return Refusal.invalid("before", "booking.no-photo-before");
        return switch (step) {
            case SERVE -> served(outcome);
            case TURN_AWAY ->
                CollectionRule.has(offering.collection().reasons(), outcome.reason())
                        ? null
                        : Refusal.invalid("reason", "booking.no-reason");
            case MISS, BOOK, CHANGE, CANCEL, PLAN, RELEASE, DISPUTE -> null;
        };
    }

    private @Nullable Refusal served(Outcome outcome) {
        if (outcome.after().isEmpty()) return Refusal.invalid("after", "booking.no-photo-after");
        boolean isKnown = outcome.kilograms().entrySet().stream()
                .allMatch(one -> CollectionRule.has(offering.collection().materials(), one.getKey())
                        && one.getValue() > 0
                        && one.getValue() <= KILOGRAMS_MAX);
        return outcome.kilograms().isEmpty() || !isKnown
                ? Refusal.invalid("kilograms", "booking.no-weight", KILOGRAMS_MAX)
                : null;
    }

    private static @Nullable Refusal noted(@Nullable String note) {
        return words(note).isEmpty() ? Refusal.invalid("note", "booking.no-note") : null;
    }

    private static @Nullable Refusal bounded(@Nullable String note) {
        return words(note).length() > NOTE_CHARACTERS_MAX
                ? Refusal.invalid("note", "booking.too-long", NOTE_CHARACTERS_MAX)
                : null;
    }

    private BookingEvent event(BookingStep step, String note) {
        return BookingEvent.of(booking.revision() + 1, now, step, person, note);
    }

    private static String words(@Nullable String note) {
        return note == null ? "" : note.strip();
    }
}

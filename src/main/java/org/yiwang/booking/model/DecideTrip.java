package org.yiwang.booking.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.booking.model.BookingStep.Part;
import org.yiwang.booking.model.CollectionRule.Vehicle;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;
import org.yiwang.worktime.WorkCalendar;

/** Whether a step may be taken with a trip now, by this person. */
public final class DecideTrip {
    public static final int STOPS_MAX = 40;
    private static final int TICKET_CHARACTERS_MAX = 40;
    /** The heaviest road vehicle weighs 49 t (GB 1589-2016). */
    private static final int GROSS_KILOGRAMS_MAX = 49_000;

    private final Trip trip;
    private final List<Booking> stops;
    private final Offering offering;
    private final Person person;
    private final Instant now;

    /** @param stops the bookings on the trip, in its order; cancelled ones stay among them */
    public DecideTrip(Trip trip, List<Booking> stops, Offering offering, Person person, Instant now) {
        this.trip = trip;
        this.stops = stops;
        this.offering = offering;
        this.person = person;
        this.now = now;
    }

    /** The first of a trip. */
    public static TripEvent made(Person by, List<UUID> order, int metres, Instant at) {
        return TripEvent.of(1, at, TripStep.MAKE, by, "").in(order, metres);
    }

    /** Why these bookings make no trip of the vehicle on this day; null where they do. Beyond its capacity no vehicle is loaded by plan. */
    public static @Nullable Refusal refusal(
            List<Booking> chosen, Offering offering, Vehicle vehicle, LocalDate day, Instant now) {
        if (day.isBefore(LocalDate.ofInstant(now, WorkCalendar.ZONE)))
            return Refusal.invalid("day", "booking.trip-in-the-past");
        if (chosen.isEmpty() || chosen.size() > STOPS_MAX)
            return Refusal.invalid("bookings", "booking.trip-stops", STOPS_MAX);
        boolean isAlike = chosen.stream()
                .allMatch(one -> one.offering().equals(offering.key())
                        && !one.slot().day().isAfter(day));
        if (!isAlike) return Refusal.invalid("bookings", "booking.trip-mixed", day);
        int litres = chosen.stream().mapToInt(one -> one.pickup().litres()).sum();
        int kilograms =
                chosen.stream().mapToInt(one -> one.pickup().kilograms()).sum();
        return litres > vehicle.litres() || kilograms > vehicle.kilograms()
                ? Refusal.invalid(
                        "bookings",
                        "booking.trip-overloaded",
                        vehicle.plate(),
                        vehicle.litres(),
                        litres,
                        vehicle.kilograms(),
                        kilograms)
                : null;
    }

    /** The steps that this person could take now, were everything handed in that they need. */
    public List<TripStep> open() {
        return Arrays.stream(TripStep.values())
                .filter(step -> refusal(step, trip.revision()) == null)
                .toList();
    }

    /** The same bookings in another order. */
    public Decision<TripEvent> arrange(int revision, List<UUID> order, int metres) {
        Refusal refusal = refusal(TripStep.ARRANGE, revision);
        List<UUID> there = stops.stream().map(Booking::id).toList();
        boolean isSame = order.size() == there.size() && new HashSet<>(order).equals(new HashSet<>(there));
        if (refusal == null && !isSame) refusal = Refusal.invalid("bookings", "booking.trip-other-stops");
        return refusal == null
                ? Decision.granted(event(TripStep.ARRANGE, "").in(order, metres))
                : Decision.refused(refusal);
    }

    public Decision<TripEvent> give(int revision) {
        return simple(TripStep.GIVE, revision, "");
    }

    public Decision<TripEvent> drop(int revision, @Nullable String note) {
        Refusal refusal = words(note).isEmpty() ? Refusal.invalid("note", "booking.no-note") : null;
        return refusal == null ? simple(TripStep.DROP, revision, words(note)) : Decision.refused(refusal);
    }

    public Decision<TripEvent> weigh(int revision, Weighing weighing) {
        Refusal refusal = refusal(TripStep.WEIGH, revision);
        if (refusal == null) refusal = fault(weighing);
        return refusal == null
                ? Decision.granted(event(TripStep.WEIGH, "").weighed(weighing))
                : Decision.refused(refusal);
    }

    public Decision<TripEvent> explain(int revision, @Nullable String note) {
        Refusal refusal = refusal(TripStep.EXPLAIN, revision);
        if (refusal == null && words(note).isEmpty()) refusal = Refusal.invalid("note", "booking.no-note");
        if (refusal == null && words(note).length() > DecideBooking.NOTE_CHARACTERS_MAX)
            refusal = Refusal.invalid("note", "booking.too-long", DecideBooking.NOTE_CHARACTERS_MAX);
        return refusal == null ? Decision.granted(event(TripStep.EXPLAIN, words(note))) : Decision.refused(refusal);
    }

    public Decision<TripEvent> close(int revision) {
        Refusal refusal = refusal(TripStep.CLOSE, revision);
        Reconciliation compared = reconciliation();
        if (refusal == null && compared != null && compared.isBeyond() && trip.explanation() == null)
            refusal = Refusal.conflict("booking.difference", compared.difference(), compared.allowed());
        return refusal == null ? Decision.granted(event(TripStep.CLOSE, "")) : Decision.refused(refusal);
    }

    /** Kilograms that the crew weighed at all stops. */
    public int sum() {
        return stops.stream()
                .map(one -> one.pickup().outcome())
                .filter(Objects::nonNull)
                .mapToInt(Outcome::total)
                .sum();
    }

    /** Null until the trip was weighed. */
    public @Nullable Reconciliation reconciliation() {
        return trip.weighing() == null ? null : Reconciliation.of(trip.weighing(), sum(), offering.collection());
    }

    private Decision<TripEvent> simple(TripStep step, int revision, String note) {
        Refusal refusal = refusal(step, revision);
        return refusal == null ? Decision.granted(event(step, note)) : Decision.refused(refusal);
    }

    private @Nullable Refusal refusal(TripStep step, int revision) {
        if (revision != trip.revision()) return Refusal.refuse(Refusal.Kind.STALE, "booking.trip-stale");
        if (person.parts().stream().noneMatch(step::isOpenTo)) return Refusal.forbidden("booking.trip-not-yours");
        if (!step.startsIn(trip.state())) return Refusal.conflict("booking.trip-not-now");
        return switch (step) {
            case DROP ->
                stops.stream().anyMatch(one -> one.pickup().outcome() != null)
                        ? Refusal.conflict("booking.trip-begun")
                        : null;
            case WEIGH -> {
                long left = stops.stream().filter(one -> !one.state().isOver()).count();
                yield left > 0 ? Refusal.conflict("booking.trip-stops-left", left) : null;
            }
            case CLOSE -> person.parts().contains(Part.CREW) ? Refusal.forbidden("booking.trip-own") : null;
            case EXPLAIN -> {
                Reconciliation compared = reconciliation();
                yield compared == null || !compared.isBeyond() ? Refusal.conflict("booking.trip-no-difference") : null;
            }
            case MAKE, ARRANGE, GIVE -> null;
        };
    }

    private @Nullable Refusal fault(Weighing weighing) {
        CollectionRule rule = offering.collection();
        if (!CollectionRule.has(rule.stations(), weighing.station()))
            return Refusal.invalid("station", "booking.no-station");
        if (weighing.ticket().isBlank() || weighing.ticket().length() > TICKET_CHARACTERS_MAX)
            return Refusal.invalid("ticket", "booking.no-ticket", TICKET_CHARACTERS_MAX);
        boolean isWeight =
                weighing.tare() > 0 && weighing.gross() >= weighing.tare() && weighing.gross() <= GROSS_KILOGRAMS_MAX;
        if (!isWeight) return Refusal.invalid("gross", "booking.wrong-weights", GROSS_KILOGRAMS_MAX);
        boolean isPlaced =
                rule.sites().isEmpty() ? weighing.site() == null : CollectionRule.has(rule.sites(), weighing.site());
        return isPlaced ? null : Refusal.invalid("site", "booking.no-site");
    }

    private TripEvent event(TripStep step, String note) {
        return TripEvent.of(trip.revision() + 1, now, step, person, note);
    }

    private static String words(@Nullable String note) {
        return note == null ? "" : note.strip();
    }
}

package org.yiwang.booking.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.booking.ActOnBooking;
import org.yiwang.booking.ActOnTrip;
import org.yiwang.booking.MakeTrip;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.BookingStep;
import org.yiwang.booking.model.Outcome;
import org.yiwang.booking.model.Trip;
import org.yiwang.booking.model.TripStep;
import org.yiwang.booking.model.Weighing;
import org.yiwang.booking.store.TripStore;
import org.yiwang.booking.web.BookingViews.BookingLine;
import org.yiwang.booking.web.TripViews.ProposalView;
import org.yiwang.booking.web.TripViews.TripDetail;
import org.yiwang.booking.web.TripViews.TripList;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;

/** Collection trips: proposed, made, worked stop by stop, weighed and closed. */
@RestController
@RequestMapping("/api/v1/trips")
class TripController {
    @SchemaName("TripAsked")
    record Asked(
            @Nullable String pack,
            @Nullable String name,
            @Nullable LocalDate day,
            @Nullable String plate) {}

    /** @param bookings in the order in which they are called at */
    @SchemaName("TripWanted")
    record WantedBody(
            @Nullable String pack,
            @Nullable String name,
            @Nullable LocalDate day,
            @Nullable String plate,
            @Nullable UUID crew,
            @Nullable List<UUID> bookings) {}

    @SchemaName("TripWeighing")
    record WeighingBody(
            @Nullable String station,
            @Nullable String ticket,
            @Nullable Integer gross,
            @Nullable Integer tare,
            @Nullable String site) {
        Weighing weighing() {
            return new Weighing(
                    Objects.requireNonNullElse(station, ""),
                    Objects.requireNonNullElse(ticket, "").strip(),
                    Objects.requireNonNullElse(gross, 0),
                    Objects.requireNonNullElse(tare, 0),
                    site);
        }
    }

    @SchemaName("TripStepBody")
    record StepBody(
            @Nullable Integer revision,
            @Nullable String note,
            @Nullable List<UUID> bookings,
            @Nullable WeighingBody weighing) {}

    /**
     * What the crew found.
     *
     * @param step serve, miss or turn-away
     * @param kilograms by material
     * @param at when; the network may have come later. Missing for now
     */
    @SchemaName("TripStopBody")
    record StopBody(
            @Nullable BookingStep step,
            @Nullable String reason,
            @Nullable String note,
            @Nullable Map<String, Integer> kilograms,
            @Nullable List<UUID> before,
            @Nullable List<UUID> after,
            @Nullable Instant at) {}

    private final MakeTrip make;
    private final ActOnTrip act;
    private final ActOnBooking bookings;
    private final TripStore store;
    private final TripViews views;
    private final Clock clock;

    TripController(MakeTrip make, ActOnTrip act, ActOnBooking bookings, TripStore store, TripViews views, Clock clock) {
        this.make = make;
        this.act = act;
        this.bookings = bookings;
        this.store = store;
        this.views = views;
        this.clock = clock;
    }

    /** @param day missing for all that are not over */
    @Needs("bookings.read")
    @GetMapping
    TripList list(Staff staff, @RequestParam @Nullable LocalDate day) {
        return views.list(staff, store.list(staff.tenant(), staff.sight(), day));
    }

    /** Trips that the person drives. */
    @Needs("bookings.read")
    @GetMapping("/mine")
    TripList mine(Staff staff) {
        return views.list(staff, store.ofCrew(staff.tenant(), staff.id()));
    }

    @Needs("bookings.dispatch")
    @PostMapping("/proposal")
    ProposalView propose(Staff staff, @RequestBody Asked asked) {
        Instant now = clock.instant();
        var key = BookingBodies.key(asked.pack(), asked.name());
        return TripViews.proposal(make.propose(staff, key, day(asked.day()), String.valueOf(asked.plate()), now), now);
    }

    @Needs("bookings.dispatch")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TripDetail make(Staff staff, @RequestBody WantedBody body) {
        Instant now = clock.instant();
        UUID crew = body.crew();
        if (crew == null) throw Refusal.invalid("crew", "booking.no-crew").exception();
        Trip trip = make.make(
                staff,
                new MakeTrip.Wanted(
                        BookingBodies.key(body.pack(), body.name()),
                        day(body.day()),
                        String.valueOf(body.plate()),
                        crew,
                        BookingBodies.whole(body.bookings(), "bookings")),
                now);
        return views.detail(staff, act.visible(staff, trip.id(), now), now);
    }

    @Needs("bookings.read")
    @GetMapping("/{id}")
    TripDetail one(Staff staff, @PathVariable UUID id) {
        Instant now = clock.instant();
        return views.detail(staff, act.visible(staff, id, now), now);
    }

    @Needs("bookings.read")
    @PostMapping("/{id}/steps/{step}")
    TripDetail step(Staff staff, @PathVariable UUID id, @PathVariable String step, @RequestBody StepBody body) {
        Instant now = clock.instant();
        ActOnTrip.Given given = new ActOnTrip.Given(
                BookingBodies.revision(body.revision()),
                body.note(),
                BookingBodies.whole(body.bookings(), "bookings"),
                body.weighing() == null ? null : body.weighing().weighing());
        return views.detail(staff, act.take(staff, id, step(step), given, now), now);
    }

    @Needs("bookings.read")
    @PostMapping("/{id}/stops/{booking}")
    BookingLine settle(Staff staff, @PathVariable UUID id, @PathVariable UUID booking, @RequestBody StopBody body) {
        Instant now = clock.instant();
        BookingStep step = body.step();
        boolean isSettling = step == BookingStep.SERVE || step == BookingStep.MISS || step == BookingStep.TURN_AWAY;
        if (step == null || !isSettling)
            throw Refusal.invalid("step", "request.wrong-value", "step").exception();
        Booking after = bookings.settle(staff, id, booking, step, outcome(body, now), now);
        return BookingViews.line(after, now);
    }

    private static Outcome outcome(StopBody body, Instant now) {
        Map<String, Integer> kilograms = new HashMap<>();
        if (body.kilograms() != null)
            body.kilograms()
                    .forEach((material, weight) -> kilograms.put(material, Objects.requireNonNullElse(weight, 0)));
        Instant at = body.at() == null || body.at().isAfter(now) ? now : body.at();
        return new Outcome(
                body.reason(),
                body.note() == null ? "" : body.note().strip(),
                kilograms,
                BookingBodies.whole(body.before(), "before"),
                BookingBodies.whole(body.after(), "after"),
                at);
    }

    private static LocalDate day(@Nullable LocalDate day) {
        if (day == null) throw Refusal.invalid("day", "booking.no-day").exception();
        return day;
    }

    private static TripStep step(String id) {
        try {
            return TripStep.of(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("booking.no-step").exception();
        }
    }
}

package org.yiwang.booking.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.booking.ActOnTrip.Standing;
import org.yiwang.booking.MakeTrip;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.PlanRoute;
import org.yiwang.booking.model.PlanRoute.Left;
import org.yiwang.booking.model.Reconciliation;
import org.yiwang.booking.model.Trip;
import org.yiwang.booking.model.TripEvent;
import org.yiwang.booking.model.TripState;
import org.yiwang.booking.model.TripStep;
import org.yiwang.booking.model.Weighing;
import org.yiwang.booking.store.BookingStore;
import org.yiwang.booking.store.TripStore;
import org.yiwang.booking.web.BookingViews.BookingLine;
import org.yiwang.booking.web.BookingViews.ContactView;
import org.yiwang.booking.web.OfferingViews.CollectionView;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;

/** Collection trips as the screens show them. */
@Component
class TripViews {
    /** @param settled how many of its stops are over */
    @SchemaName("Trip")
    record TripLine(
            UUID id,
            String number,
            String pack,
            String name,
            LocalDate day,
            String plate,
            UUID crew,
            String crewName,
            TripState state,
            int revision,
            int metres,
            int stops,
            int settled) {}

    @SchemaName("TripList")
    record TripList(List<TripLine> items) {}

    /** @param contact of whoever booked, masked */
    @SchemaName("TripStop")
    record StopView(BookingLine booking, ContactView contact) {}

    /** @param net kilograms; {@code difference} of it from the sum of the stops, which may be as large as {@code allowed} without an explanation */
    @SchemaName("TripReconciliation")
    record ReconciliationView(int net, int sum, int difference, int allowed, boolean beyond) {
        static @Nullable ReconciliationView of(@Nullable Reconciliation compared) {
            return compared == null
                    ? null
                    : new ReconciliationView(
                            compared.net(),
                            compared.sum(),
                            compared.difference(),
                            compared.allowed(),
                            compared.isBeyond());
        }
    }

    @SchemaName("TripWeighed")
    record WeighedView(
            String station,
            String ticket,
            int gross,
            int tare,
            int net,
            @Nullable String site) {
        static @Nullable WeighedView of(@Nullable Weighing weighing) {
            return weighing == null
                    ? null
                    : new WeighedView(
                            weighing.station(),
                            weighing.ticket(),
                            weighing.gross(),
                            weighing.tare(),
                            weighing.net(),
                            weighing.site());
        }
    }

    @SchemaName("TripEvent")
    record EventView(Instant at, TripStep step, String by, String note) {
        static EventView of(TripEvent event) {
            return new EventView(event.at(), event.step(), event.byName(), event.note());
        }
    }

    @SchemaName("TripDetail")
    record TripDetail(
            TripLine trip,
            CollectionView collection,
            List<StopView> stops,
            List<TripStep> steps,
            @Nullable WeighedView weighed,
            @Nullable ReconciliationView compared,
            @Nullable String explanation,
            List<EventView> events) {}

    /** @param arrives expected, such as 09:40 */
    @SchemaName("TripProposalStop")
    record ProposedView(BookingLine booking, String arrives) {}

    @SchemaName("TripProposalLeft")
    record LeftView(BookingLine booking, PlanRoute.Why why) {}

    /**
     * @param metres of the way, as the crow flies
     * @param litresMax and {@code kilogramsMax}: what the vehicle takes
     */
    @SchemaName("TripProposal")
    record ProposalView(
            List<ProposedView> stops,
            List<LeftView> left,
            int metres,
            int litres,
            int litresMax,
            int kilograms,
            int kilogramsMax) {}

    private final BookingStore bookings;
    private final TripStore trips;
    private final BookingViews views;

    TripViews(BookingStore bookings, TripStore trips, BookingViews views) {
        this.bookings = bookings;
        this.trips = trips;
        this.views = views;
    }

    TripList list(Staff staff, List<Trip> found) {
        return new TripList(found.stream()
                .map(trip -> line(trip, bookings.of(staff.tenant(), trip.id())))
                .toList());
    }

    TripDetail detail(Staff staff, Standing standing, Instant now) {
        Trip trip = standing.trip();
        return new TripDetail(
                line(trip, standing.stops()),
                CollectionView.of(standing.offering(), List.of()),
                standing.stops().stream()
                        .map(one -> new StopView(BookingViews.line(one, now), views.contact(staff, one)))
                        .toList(),
                standing.open(),
                WeighedView.of(trip.weighing()),
                ReconciliationView.of(standing.compared()),
                trip.explanation(),
                trips.events(staff.tenant(), trip.id()).stream()
                        .map(EventView::of)
                        .toList());
    }

    static ProposalView proposal(MakeTrip.Proposal proposal, Instant now) {
        Map<UUID, Booking> known =
                proposal.waiting().stream().collect(Collectors.toMap(Booking::id, Function.identity()));
        PlanRoute.Plan plan = proposal.plan();
        return new ProposalView(
                plan.visits().stream()
                        .map(visit -> new ProposedView(
                                line(known, visit.booking(), now),
                                visit.arrives().toString()))
                        .toList(),
                plan.left().stream()
                        .map((Left left) -> new LeftView(line(known, left.booking(), now), left.why()))
                        .toList(),
                plan.metres(),
                plan.litres(),
                proposal.vehicle().litres(),
                plan.kilograms(),
                proposal.vehicle().kilograms());
    }

    private static BookingLine line(Map<UUID, Booking> known, UUID id, Instant now) {
        Booking booking = known.get(id);
        if (booking == null) throw new IllegalStateException("No booking " + id);
        return BookingViews.line(booking, now);
    }

    private static TripLine line(Trip trip, List<Booking> stops) {
        int settled = (int) stops.stream().filter(one -> one.state().isOver()).count();
        return new TripLine(
                trip.id(),
                trip.number(),
                trip.offering().pack(),
                trip.offering().name(),
                trip.day(),
                trip.vehicle().plate(),
                trip.crew(),
                trip.crewName(),
                trip.state(),
                trip.revision(),
                trip.metres(),
                stops.size(),
                settled);
    }
}

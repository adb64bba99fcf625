package org.yiwang.booking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.Trip;
import org.yiwang.notification.Notice;
import org.yiwang.notification.Notices;
import org.yiwang.notification.Words;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;

/** Puts a notice into the inbox of whoever has to do something with a trip or a booking now. */
@Component
class TellOfTrips {
    private static final Words GIVEN = new Words("新的收运车次", "A collection trip was given to you");
    private static final Words DROPPED = new Words("收运车次已撤销", "A collection trip was dropped");
    private static final Words CANCELLED = new Words("车次中有预约取消", "A booking of your trip was cancelled");
    private static final Words OVERDUE = new Words("预约超时未收运", "A booking waits beyond its window");

    private final Notices notices;
    private final People people;

    TellOfTrips(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    void given(Tenant tenant, Trip trip, int stops, Instant now) {
        String zh = "%s · %s · %d 处".formatted(trip.number(), trip.vehicle().plate(), stops);
        String en = "%s · %s · %d stops".formatted(trip.number(), trip.vehicle().plate(), stops);
        send(tenant, List.of(trip.crew()), "trip-given", GIVEN, new Words(zh, en), null, now);
    }

    void dropped(Tenant tenant, Trip trip, Instant now) {
        Words text = new Words(trip.number(), trip.number());
        send(tenant, List.of(trip.crew()), "trip-dropped", DROPPED, text, null, now);
    }

    void cancelled(Tenant tenant, Trip trip, Booking booking, Instant now) {
        String text = trip.number() + " · " + booking.pickup().place().address();
        send(tenant, List.of(trip.crew()), "booking-cancelled", CANCELLED, new Words(text, text), null, now);
    }

    /** The heads of the unit that serves it, once for each booking. */
    void overdue(Tenant tenant, Booking booking, Instant now) {
        List<UUID> heads = people.all(tenant).stream()
                .filter(one -> one.unit().equals(booking.unit()) && one.is(Role.UNIT_LEAD))
                .map(Staff::id)
                .toList();
        String text = booking.number() + " · " + booking.pickup().place().address();
        String once = "booking/" + booking.id() + "/overdue/" + booking.slot().until();
        send(tenant, heads, "booking-overdue", OVERDUE, new Words(text, text), once, now);
    }

    private void send(
            Tenant tenant,
            Collection<UUID> told,
            String kind,
            Words title,
            Words text,
            @Nullable String once,
            Instant now) {
        if (!told.isEmpty()) notices.send(tenant, told, new Notice(now, kind, false, title, text, null, null, once));
    }
}

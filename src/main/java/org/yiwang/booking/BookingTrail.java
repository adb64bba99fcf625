package org.yiwang.booking;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.BookingEvent;
import org.yiwang.booking.model.Person;
import org.yiwang.booking.model.Reconciliation;
import org.yiwang.booking.model.Trip;
import org.yiwang.booking.model.TripEvent;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.AuditTrail;

/** Chains every step with a booking or a trip into the audit trail, so that none can be changed or taken out unseen. Words of persons are not among it. */
@Component
class BookingTrail {
    private final AuditTrail trail;

    BookingTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void record(Tenant tenant, Booking after, BookingEvent event, Person by) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("number", after.number());
        detail.put("revision", event.revision());
        detail.put("state", after.state().id());
        detail.put("slot", after.slot().day() + " " + after.slot().begins());
        if (event.trip() != null) detail.put("trip", event.trip().toString());
        if (event.outcome() != null) detail.put("kilograms", event.outcome().total());
        if (event.opened() != null) detail.put("case", event.opened().toString());
        trail.record(tenant, "booking/" + after.id(), by.actor(), event.step().id(), detail);
    }

    void record(Tenant tenant, Trip after, TripEvent event, Person by, Reconciliation compared) {
        record(tenant, after, event, by, Map.of("net", compared.net(), "sum", compared.sum()));
    }

    void record(Tenant tenant, Trip after, TripEvent event, Person by) {
        record(tenant, after, event, by, Map.of());
    }

    private void record(Tenant tenant, Trip after, TripEvent event, Person by, Map<String, ?> weights) {
        Map<String, Object> detail = new LinkedHashMap<>(weights);
        detail.put("number", after.number());
        detail.put("revision", event.revision());
        detail.put("state", after.state().id());
        if (!event.order().isEmpty()) detail.put("stops", event.order().size());
        trail.record(tenant, "trip/" + after.id(), by.actor(), event.step().id(), detail);
    }
}

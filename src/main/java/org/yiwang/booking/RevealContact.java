package org.yiwang.booking;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.booking.store.Contact;
import org.yiwang.booking.store.ContactStore;
import org.yiwang.casework.StandardCatalogue;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.AuditTrail;

/** Gives the number of whoever booked in full to those who need it for their work, and puts on record who had it and what for (PIPL articles 6 and 51). */
@Service
public class RevealContact {
    private static final String PURPOSES = "reveal";

    private final ActOnBooking act;
    private final ContactStore contacts;
    private final StandardCatalogue catalogue;
    private final AuditTrail trail;

    RevealContact(ActOnBooking act, ContactStore contacts, StandardCatalogue catalogue, AuditTrail trail) {
        this.act = act;
        this.contacts = contacts;
        this.catalogue = catalogue;
        this.trail = trail;
    }

    /** @param purpose of the reason list {@code reveal} */
    @Transactional
    public Contact reveal(Staff staff, UUID id, @Nullable String purpose) {
        Access.require(staff, "reporters.reveal");
        act.visible(staff, id);
        boolean isKnown = requireNonNull(catalogue.reasons().get(PURPOSES)).stream()
                .anyMatch(reason -> reason.id().equals(purpose));
        if (!isKnown || purpose == null)
            throw Refusal.invalid("purpose", "case.unknown-reason", String.valueOf(purpose))
                    .exception();
        trail.record(
                staff.tenant(), "booking/" + id, staff.id().toString(), "contact-revealed", Map.of("purpose", purpose));
        return contacts.of(staff.tenant(), id);
    }
}

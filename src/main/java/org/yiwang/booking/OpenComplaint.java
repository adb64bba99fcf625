package org.yiwang.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.Attachment;
import org.yiwang.attachment.Attachments;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.Outcome;
import org.yiwang.booking.store.Contact;
import org.yiwang.booking.store.ContactStore;
import org.yiwang.casework.CaseIntake;
import org.yiwang.casework.CaseIntake.Matter;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.ReportStore;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.platform.Tenant;

/** Opens a case where somebody says that a booking was not served, with what the crew photographed as its evidence. */
@Component
class OpenComplaint {
    /** The question of the case type that is answered with the booking's number. */
    static final String BOOKING = "booking";

    private final CaseIntake intake;
    private final CatalogueStore catalogue;
    private final Offerings offerings;
    private final ContactStore contacts;
    private final Attachments attachments;

    OpenComplaint(
            CaseIntake intake,
            CatalogueStore catalogue,
            Offerings offerings,
            ContactStore contacts,
            Attachments attachments) {
        this.intake = intake;
        this.catalogue = catalogue;
        this.offerings = offerings;
        this.contacts = contacts;
        this.attachments = attachments;
    }

    /** In the caller's transaction; the id of the case. */
    UUID open(Tenant tenant, Booking booking, String words, Instant now) {
        Offering offering = offerings.of(tenant, booking);
        String category = offering.collection().caseCode();
        Contact contact = contacts.of(tenant, booking.id());
        List<Evidence> evidence = evidence(tenant, booking);
        boolean isAsked = catalogue.form(tenant, category).field(BOOKING).isPresent();
        Matter matter = new Matter(
                Channel.RESIDENT,
                category,
                null,
                "%s（%s %s）".formatted(words, offering.title().zh(), booking.number()),
                null,
                booking.pickup().place(),
                evidence,
                new ReportStore.Reporter(contact.name(), contact.phone(), words),
                null,
                isAsked ? Map.of(BOOKING, List.of(booking.number())) : Map.of());
        UUID opened = intake.takeFound(
                        tenant, matter, Actor.reporter("resident", "预约人"), now, "booking-" + booking.id())
                .file()
                .id();
        attachments.link(tenant, evidence.stream().map(Evidence::id).toList(), "case", opened);
        return opened;
    }

    private List<Evidence> evidence(Tenant tenant, Booking booking) {
        List<Evidence> evidence = new ArrayList<>();
        Outcome outcome = booking.pickup().outcome();
        booking.photos().forEach(id -> add(evidence, tenant, id, EvidenceKind.OTHER));
        if (outcome == null) return evidence;
        outcome.before().forEach(id -> add(evidence, tenant, id, EvidenceKind.BEFORE));
        outcome.after().forEach(id -> add(evidence, tenant, id, EvidenceKind.AFTER));
        return evidence;
    }

    private void add(List<Evidence> evidence, Tenant tenant, UUID id, EvidenceKind kind) {
        attachments.kept(tenant, id).ifPresent(kept -> {
            Attachment photo = kept.attachment();
            evidence.add(new Evidence(id, kind, photo.contentType(), photo.name()));
        });
    }
}

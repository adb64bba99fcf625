package org.yiwang.casework;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.model.Actor;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.AuditTrail;

/** Gives a reporter's number in full to those who need it for their work, and puts on record who had it and what for (PIPL articles 6 and 51). */
@Service
public class RevealReporter {
    private static final String PURPOSES = "reveal";

    private final ActOnCase act;
    private final ReportStore reporters;
    private final StandardCatalogue catalogue;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    RevealReporter(
            ActOnCase act,
            ReportStore reporters,
            StandardCatalogue catalogue,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.act = act;
        this.reporters = reporters;
        this.catalogue = catalogue;
        this.trail = trail;
        this.transaction = transaction;
    }

    /** Name and number as they were given. */
    public record Revealed(@Nullable String name, @Nullable String phone) {}

    /** @param purpose of the reason list {@code reveal} */
    public Revealed reveal(Staff staff, UUID caseId, UUID report, @Nullable String purpose) {
        Access.require(staff, "reporters.reveal");
        act.visible(staff.tenant(), caseId, Actor.staff(staff));
        String known = purpose(purpose);
        return requireNonNull(transaction.execute(status -> {
            ReportStore.Reporter reporter = reporters.of(staff.tenant(), caseId).get(report);
            if (reporter == null) throw Refusal.notFound("case.unknown-report").exception();
            Map<String, String> detail = Map.of("report", report.toString(), "purpose", known);
            trail.record(staff.tenant(), "case/" + caseId, staff.id().toString(), "reporter-revealed", detail);
            return new Revealed(reporter.name(), reporter.phone());
        }));
    }

    private String purpose(@Nullable String purpose) {
        if (purpose == null || purpose.isBlank())
            throw Refusal.invalid("purpose", "case.field-missing", "purpose").exception();
        List<StandardCatalogue.Reason> purposes =
                requireNonNull(catalogue.reasons().get(PURPOSES));
        if (purposes.stream().noneMatch(reason -> reason.id().equals(purpose)))
            throw Refusal.invalid("purpose", "case.unknown-reason", purpose).exception();
        return purpose;
    }
}

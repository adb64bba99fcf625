package org.yiwang.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.Reference;
import org.yiwang.assessment.store.ReferenceStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.AuditTrail;

/** Enters figures that others report: what peers of the district have, and what the own sub-district had before its records began. */
@Service
public class KeepReferences {
    private static final int NAME_CHARACTERS_MAX = 40;
    private static final int SOURCE_CHARACTERS_MAX = 200;
    private static final int MONTHS_MAX = 36;

    private final Assessments assessments;
    private final ReferenceStore store;
    private final Ids ids;
    private final AuditTrail audit;

    KeepReferences(Assessments assessments, ReferenceStore store, Ids ids, AuditTrail audit) {
        this.assessments = assessments;
        this.store = store;
        this.ids = ids;
        this.audit = audit;
    }

    /**
     * One figure to enter.
     *
     * @param peer another sub-district; null for the own one
     * @param value of a measure in per cent, of the total in points
     */
    public record Entry(
            YearMonth month,
            @Nullable String peer,
            @Nullable String peerEn,
            String measure,
            BigDecimal value,
            String source) {}

    @Transactional
    public void enter(Staff staff, String packageId, String name, List<Entry> entries, Instant now) {
        Assessment formula = assessments.require(staff.tenant(), packageId, name);
        List<Reference> checked = new ArrayList<>();
        for (Entry entry : entries) checked.add(checked(staff, formula, entry, now));
        store.add(staff, packageId, name, checked);
        audit.record(
                staff.tenant(),
                "assessment/" + formula.id(),
                staff.id().toString(),
                "reference-entered",
                Map.of("figures", checked.size()));
    }

    private Reference checked(Staff staff, Assessment formula, Entry entry, Instant now) {
        boolean total = entry.measure().equals(Reference.TOTAL);
        if (!total && !formula.scheme().isMeasure(entry.measure()))
            throw Refusal.invalid(
                            "measure",
                            "assessment.no-measure",
                            String.join(", ", formula.scheme().ids()))
                    .exception();
        BigDecimal most = total ? formula.scheme().most() : BigDecimal.valueOf(100);
        if (entry.value().signum() < 0
                || entry.value().compareTo(most) > 0
                || entry.value().scale() > 4)
            throw Refusal.invalid("value", "assessment.no-value", most).exception();
        String peer = entry.peer() == null || entry.peer().isBlank()
                ? null
                : entry.peer().strip();
        if (peer != null && peer.length() > NAME_CHARACTERS_MAX)
            throw Refusal.invalid("peer", "assessment.no-peer", NAME_CHARACTERS_MAX)
                    .exception();
        if (entry.source().isBlank() || entry.source().length() > SOURCE_CHARACTERS_MAX)
            throw Refusal.invalid("source", "assessment.no-source", SOURCE_CHARACTERS_MAX)
                    .exception();
        String english = entry.peerEn() == null || entry.peerEn().isBlank()
                ? peer
                : entry.peerEn().strip();
        if (english != null && english.length() > NAME_CHARACTERS_MAX)
            throw Refusal.invalid("peerEn", "assessment.no-peer", NAME_CHARACTERS_MAX)
                    .exception();
        return new Reference(
                ids.next(),
                entry.month(),
                peer,
                english,
                entry.measure(),
                entry.value(),
                entry.source().strip(),
                staff.name(),
                now,
                false);
    }

    /** Everything ever entered for these months, replaced entries too. */
    public List<Reference> between(Tenant tenant, String packageId, String name, YearMonth from, YearMonth to) {
        if (from.isAfter(to) || from.plusMonths(MONTHS_MAX).isBefore(to))
            throw Refusal.invalid("from", "assessment.months", MONTHS_MAX).exception();
        return store.between(tenant, packageId, name, from, to);
    }
}

package org.yiwang.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.FindCases.Line;
import org.yiwang.insight.model.Finding;
import org.yiwang.insight.model.Ground;
import org.yiwang.insight.model.MeasureEffect;
import org.yiwang.insight.model.Occurrence;
import org.yiwang.insight.model.Series;
import org.yiwang.insight.store.FindingStore;
import org.yiwang.insight.store.FindingStore.Run;
import org.yiwang.insight.store.FindingStore.Sighting;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.AuditTrail;

/** Findings that a person may see, what explains each, and putting one aside. */
@Service
public class ViewFindings {
    public static final int LIST_MAX = 300;
    private static final int WEEKS = 26;
    private static final int SIGHTINGS_MAX = 120;
    private static final int REASON_CHARACTERS_MAX = 500;

    private final FindingStore store;
    private final ReadOccurrences read;
    private final FindCases cases;
    private final AuditTrail audit;

    ViewFindings(FindingStore store, ReadOccurrences read, FindCases cases, AuditTrail audit) {
        this.store = store;
        this.read = read;
        this.cases = cases;
        this.audit = audit;
    }

    /** Counts of its category in its cells by week, from the first day on. */
    public record Trend(LocalDate first, List<Integer> weeks) {}

    public Optional<Run> lastRun(Staff staff) {
        return store.lastRun(staff.tenant());
    }

    /** What was seen on the last night that was analysed, or within so many days before it. */
    public List<Finding> list(Staff staff, int days, boolean dismissed) {
        return store.lastRun(staff.tenant())
                .map(run -> store.list(staff, run.day().minusDays(days), dismissed, LIST_MAX))
                .orElse(List.of());
    }

    public Finding one(Staff staff, UUID id) {
        return store.find(staff, id)
                .orElseThrow(() -> Refusal.notFound("insight.no-finding").exception());
    }

    /** Those of its cases that the person may see, the latest first. */
    public List<Line> cases(Staff staff, Finding finding, int offset, int limit, Instant now) {
        List<Line> all = cases.lines(staff, finding.found().cases(), now);
        return all.stream()
                .sorted(Comparator.comparing(Line::reportedAt).reversed())
                .skip(offset)
                .limit(limit)
                .toList();
    }

    /** The same night by night, the earliest first. */
    public List<Sighting> sightings(Staff staff, Finding finding) {
        return store.sightings(staff.tenant(), finding.id(), SIGHTINGS_MAX).reversed();
    }

    public Trend trend(Staff staff, Finding finding) {
        LocalDate first = finding.found().to().minusDays(7L * WEEKS - 1);
        Ground ground = read.ground(staff.tenant());
        List<Occurrence> own = read
                .between(staff.tenant(), first, finding.found().to())
                .stream()
                .filter(one -> one.category().equals(finding.found().category()))
                .toList();
        List<String> cells = finding.found().cells();
        List<String> where = cells.isEmpty()
                ? own.stream().map(one -> ground.code(one.cell())).distinct().toList()
                : cells;
        return new Trend(first, Series.boxed(new MeasureEffect(ground).weeks(own, where, first, WEEKS)));
    }

    @Transactional
    public void dismiss(Staff staff, UUID id, String reason, Instant now) {
        Finding finding = one(staff, id);
        if (reason.isBlank() || reason.length() > REASON_CHARACTERS_MAX)
            throw Refusal.invalid("reason", "insight.no-reason", REASON_CHARACTERS_MAX)
                    .exception();
        if (!store.dismiss(staff, finding.id(), reason.strip(), now))
            throw Refusal.conflict("insight.dismissed-already").exception();
        audit.record(
                staff.tenant(),
                "insight/findings",
                staff.id().toString(),
                "finding-dismissed",
                Map.of("finding", id.toString(), "reason", reason.strip()));
    }
}

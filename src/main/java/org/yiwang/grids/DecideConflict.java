package org.yiwang.grids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.grids.model.Proposal;
import org.yiwang.grids.model.Ruling;
import org.yiwang.grids.model.Survey;
import org.yiwang.grids.store.RulingStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.territory.Territories;

/** A person decides whom a cell falls to, and says why. */
@Service
public class DecideConflict {
    private static final int REASON_CHARACTERS_MAX = 200;

    private final Surveys surveys;
    private final RulingStore rulings;
    private final Territories territories;
    private final Ids ids;
    private final AuditTrail audit;

    DecideConflict(Surveys surveys, RulingStore rulings, Territories territories, Ids ids, AuditTrail audit) {
        this.surveys = surveys;
        this.rulings = rulings;
        this.territories = territories;
        this.ids = ids;
        this.audit = audit;
    }

    /** All that was ever decided about a cell, the latest first. */
    public List<Ruling> past(Staff staff, String cell) {
        return rulings.of(staff.tenant(), cell);
    }

    /**
     * @param grid of the department, also one that does not reach into the cell; null for nobody
     * @param day whose grids are looked at
     */
    @Transactional
    public Ruling decide(
            Staff staff,
            String cell,
            String department,
            @Nullable String grid,
            String reason,
            LocalDate day,
            Instant at) {
        if (territories.of(staff.tenant()).cell(cell) == null)
            throw Refusal.invalid("cell", "grids.no-cell", cell).exception();
        if (reason.isBlank() || reason.length() > REASON_CHARACTERS_MAX)
            throw Refusal.invalid("reason", "grids.no-reason", REASON_CHARACTERS_MAX)
                    .exception();
        Survey survey = surveys.on(staff.tenant(), day).stream()
                .filter(one -> one.department().code().equals(department))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.notFound("grids.no-department", department).exception());
        if (grid != null && !survey.grids().containsKey(grid))
            throw Refusal.invalid(
                            "grid", "grids.no-grid", grid, survey.department().name())
                    .exception();
        Ruling ruling =
                new Ruling(cell, department, grid, reason.strip(), seen(survey.propose(cell)), staff.name(), at);
        rulings.add(staff, ids.next(), ruling);
        audit.record(staff.tenant(), "grids/" + department, staff.id().toString(), "cell-decided", detail(ruling));
        return ruling;
    }

    private static Map<String, Double> seen(Proposal proposal) {
        Map<String, Double> seen = new LinkedHashMap<>();
        proposal.shares().forEach(share -> seen.put(share.grid(), share.share()));
        return seen;
    }

    private static Map<String, Object> detail(Ruling ruling) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("cell", ruling.cell());
        detail.put("reason", ruling.reason());
        if (ruling.grid() != null) detail.put("grid", ruling.grid());
        return detail;
    }
}

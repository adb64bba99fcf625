package org.yiwang.grids;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.yiwang.grids.model.Draft;
import org.yiwang.grids.model.DutyTable;
import org.yiwang.grids.model.Line;
import org.yiwang.grids.model.MergeGrids;
import org.yiwang.grids.model.Survey;
import org.yiwang.grids.model.Touch;
import org.yiwang.grids.store.DutyTableStore;
import org.yiwang.grids.store.RulingStore;
import org.yiwang.platform.Tenant;

/** The duty table as it would be, from the departments' grids of a day and what was decided. */
@Service
public class DraftDuties {
    private final Surveys surveys;
    private final RulingStore rulings;
    private final DutyTableStore tables;

    DraftDuties(Surveys surveys, RulingStore rulings, DutyTableStore tables) {
        this.surveys = surveys;
        this.rulings = rulings;
        this.tables = tables;
    }

    public Draft on(Tenant tenant, LocalDate day) {
        return merge(tenant, surveys.on(tenant, day));
    }

    /** What that table would change of the one in force on the day; all of it, where there is none. */
    public List<Touch> touches(Tenant tenant, LocalDate day) {
        return touches(tenant, day, on(tenant, day));
    }

    public List<Touch> touches(Tenant tenant, LocalDate day, Draft draft) {
        Optional<DutyTable> table = tables.inForce(tenant, day);
        List<Line> lines =
                table.map(found -> tables.lines(tenant, found.number())).orElse(List.of());
        Map<String, Survey> past = new HashMap<>();
        surveys.of(tenant, lines).forEach(survey -> past.put(survey.department().code(), survey));
        return Touch.between(lines, past, draft);
    }

    /** The same, as if one department had handed in another grid. */
    List<Touch> touches(Tenant tenant, LocalDate day, Survey instead) {
        List<Survey> all = new ArrayList<>(surveys.on(tenant, day));
        all.removeIf(
                survey -> survey.department().code().equals(instead.department().code()));
        all.add(instead);
        return touches(tenant, day, merge(tenant, all));
    }

    private Draft merge(Tenant tenant, List<Survey> all) {
        return MergeGrids.merge(surveys.cells(tenant), all, rulings.latest(tenant));
    }
}

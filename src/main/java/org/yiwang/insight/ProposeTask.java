package org.yiwang.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.insight.model.Analysis;
import org.yiwang.insight.model.Finding;
import org.yiwang.insight.model.Ground;
import org.yiwang.insight.model.Kind;
import org.yiwang.insight.model.MeasureEffect;
import org.yiwang.insight.model.ProposeComparison;
import org.yiwang.insight.model.Task;
import org.yiwang.insight.store.FindingStore;
import org.yiwang.insight.store.TaskStore;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.territory.Cell;
import org.yiwang.territory.Territories;
import org.yiwang.worktime.Limit;
import org.yiwang.worktime.LimitUnit;
import org.yiwang.worktime.WorkCalendar;

/** Makes a prevention task from a finding: why it happens there, what is done about it, by whom, and what its effect will be held against. */
@Service
public class ProposeTask {
    private static final int TEXT_CHARACTERS_MAX = 1_000;
    private static final int LIMIT_DAYS_MAX = 60;
    private static final int EVALUATE_DAYS_MIN = 28;
    private static final int EVALUATE_DAYS_MAX = 366;
    private static final int CELLS_MAX = 100;

    private final FindingStore findings;
    private final TaskStore tasks;
    private final ReadOccurrences read;
    private final Territories territories;
    private final Units units;
    private final People people;
    private final WorkCalendar calendar;
    private final TellOwners tell;
    private final Ids ids;

    ProposeTask(
            FindingStore findings,
            TaskStore tasks,
            ReadOccurrences read,
            Territories territories,
            Units units,
            People people,
            WorkCalendar calendar,
            TellOwners tell,
            Ids ids) {
        this.findings = findings;
        this.tasks = tasks;
        this.read = read;
        this.territories = territories;
        this.units = units;
        this.people = people;
        this.calendar = calendar;
        this.tell = tell;
        this.ids = ids;
    }

    /** @param person of the unit; null leaves it to the unit */
    public record NewTask(
            UUID finding,
            String hypothesis,
            String measure,
            String unit,
            @Nullable UUID person,
            int limitDays,
            LocalDate evaluateOn,
            List<String> cells,
            List<String> compared) {}

    /** Cells where the matter happens too, and which are not near; the person may change them. */
    public List<String> comparison(Staff staff, UUID finding, List<String> cells, LocalDate day) {
        Finding found = placed(staff, finding);
        return comparison(staff, found.found().category(), cells, day);
    }

    private List<String> comparison(Staff staff, String category, List<String> cells, LocalDate day) {
        Ground ground = read.ground(staff.tenant());
        int[] earlier = new int[ground.size()];
        LocalDate last = day.minusWeeks(MeasureEffect.WEEKS_MAX).minusDays(1);
        read.between(staff.tenant(), last.minusDays(Analysis.PAST_DAYS), last).stream()
                .filter(one -> one.category().equals(category))
                .forEach(one -> earlier[one.cell()]++);
        Set<Integer> targets =
                cells.stream().map(ground::number).filter(cell -> cell >= 0).collect(Collectors.toSet());
        return new ProposeComparison(ground)
                .of(targets, earlier).stream().map(ground::code).toList();
    }

    /** @throws org.yiwang.platform.RefusedException when the person may not, or something is missing or impossible */
    @Transactional
    public Task propose(Staff staff, NewTask wanted, Instant now) {
        Access.require(staff, TaskFlows.PROPOSE);
        Finding finding = placed(staff, wanted.finding());
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        check(staff, wanted, today);
        List<Cell> cells = wanted.cells().stream()
                .map(territories.of(staff.tenant())::cell)
                .filter(Objects::nonNull)
                .toList();
        Staff person = wanted.person() == null
                ? null
                : people.find(staff.tenant(), wanted.person()).orElse(null);
        Task task = new Task(
                ids.next(),
                finding.id(),
                finding.found().category(),
                wanted.cells(),
                wanted.compared(),
                cells.stream().map(Cell::committee).distinct().sorted().toList(),
                cells.stream().map(Cell::area).distinct().sorted().toList(),
                wanted.hypothesis().strip(),
                wanted.measure().strip(),
                wanted.unit(),
                wanted.person(),
                person == null ? null : person.name(),
                wanted.limitDays(),
                calendar.add(now, new Limit(wanted.limitDays(), LimitUnit.WORKING_DAYS)),
                wanted.evaluateOn(),
                null,
                Task.PROPOSED,
                1,
                now,
                staff.id(),
                null);
        tasks.add(
                staff.tenant(),
                task,
                new Task.Step(1, now, staff.id(), staff.name(), "propose", null, Task.PROPOSED, "", List.of()));
        tell.proposed(staff, task, now);
        return task;
    }

    private Finding placed(Staff staff, UUID id) {
        Finding finding = findings.find(staff, id)
                .orElseThrow(() -> Refusal.notFound("insight.no-finding").exception());
        if (finding.found().kind() == Kind.RISING || finding.found().cells().isEmpty())
            throw Refusal.invalid("finding", "insight.not-placed").exception();
        return finding;
    }

    private void check(Staff staff, NewTask wanted, LocalDate today) {
        text("hypothesis", wanted.hypothesis());
        text("measure", wanted.measure());
        if (units.find(staff.tenant(), new UnitId(wanted.unit())).isEmpty())
            throw Refusal.invalid("unit", "insight.no-unit", wanted.unit()).exception();
        boolean isTheirs = wanted.person() == null
                || people.find(staff.tenant(), wanted.person())
                        .filter(one -> one.unit().value().equals(wanted.unit()))
                        .isPresent();
        if (!isTheirs) throw Refusal.invalid("person", "insight.no-person").exception();
        if (wanted.limitDays() < 1 || wanted.limitDays() > LIMIT_DAYS_MAX)
            throw Refusal.invalid("limitDays", "insight.bad-limit", LIMIT_DAYS_MAX)
                    .exception();
        if (wanted.evaluateOn().isBefore(today.plusDays(EVALUATE_DAYS_MIN))
                || wanted.evaluateOn().isAfter(today.plusDays(EVALUATE_DAYS_MAX)))
            throw Refusal.invalid("evaluateOn", "insight.bad-evaluation", EVALUATE_DAYS_MIN, EVALUATE_DAYS_MAX)
                    .exception();
        cells(staff, wanted);
    }

    private static void text(String field, String given) {
        if (given.isBlank() || given.length() > TEXT_CHARACTERS_MAX)
            throw Refusal.invalid(field, "insight.bad-text", field, TEXT_CHARACTERS_MAX)
                    .exception();
    }

    private void cells(Staff staff, NewTask wanted) {
        Set<String> seen = new HashSet<>();
        for (List<String> list : List.of(wanted.cells(), wanted.compared())) {
            if (list.isEmpty() || list.size() > CELLS_MAX)
                throw Refusal.invalid("cells", "insight.bad-cells", "").exception();
            for (String cell : list)
                if (territories.of(staff.tenant()).cell(cell) == null || !seen.add(cell))
                    throw Refusal.invalid("cells", "insight.bad-cells", cell).exception();
        }
        for (String cell : wanted.cells())
            if (!sees(staff, territories.of(staff.tenant()).cell(cell)))
                throw Refusal.invalid("cells", "insight.foreign-cell", cell).exception();
    }

    /** Measures are proposed where one's own work lies; compared with may be any cell. */
    private static boolean sees(Staff staff, @Nullable Cell cell) {
        return cell != null
                && (staff.sight().everything()
                        || staff.sight().areas().contains(new UnitId(cell.area()))
                        || staff.sight().committees().contains(new UnitId(cell.committee())));
    }
}

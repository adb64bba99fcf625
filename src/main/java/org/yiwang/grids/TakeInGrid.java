package org.yiwang.grids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.grids.intake.CheckGrids;
import org.yiwang.grids.intake.Intake;
import org.yiwang.grids.intake.ReadGrids;
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Edition;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Survey;
import org.yiwang.grids.model.Touch;
import org.yiwang.grids.store.GridStore;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.territory.Datum;

/** Takes in a department's grid: read and checked as a whole first. With any fault nothing changes. */
@Service
public class TakeInGrid {
    private static final int NOTE_CHARACTERS_MAX = 200;

    private final KeepDepartments departments;
    private final GridStore store;
    private final Surveys surveys;
    private final DraftDuties draft;
    private final People people;
    private final AuditTrail audit;

    TakeInGrid(
            KeepDepartments departments,
            GridStore store,
            Surveys surveys,
            DraftDuties draft,
            People people,
            AuditTrail audit) {
        this.departments = departments;
        this.store = store;
        this.surveys = surveys;
        this.draft = draft;
        this.people = people;
        this.audit = audit;
    }

    /**
     * What became of a file.
     *
     * @param edition that it is now; null where it was only looked at or is faulty
     * @param touches what the duty table would change
     */
    public record Taken(Intake intake, @Nullable Edition edition, List<Touch> touches) {}

    /** Looks at a file without taking it in. */
    public Taken look(Staff staff, String code, byte[] file, Datum datum, LocalDate from) {
        Department department = departments.require(staff.tenant(), code);
        Intake intake = read(staff, department, file, datum);
        if (!intake.isSound()) return new Taken(intake, null, List.of());
        Edition tried =
                new Edition(code, 0, from, Instant.EPOCH, "", "", intake.grids().size());
        Survey survey = surveys.survey(staff.tenant(), department, tried, intake.grids());
        return new Taken(intake, null, touches(code, draft.touches(staff.tenant(), from, survey)));
    }

    /** Takes the file in as the department's grid from a day on; with any fault nothing changes. */
    @Transactional
    public Taken take(Staff staff, String code, byte[] file, Datum datum, LocalDate from, String note, Instant at) {
        Department department = departments.require(staff.tenant(), code);
        Intake intake = read(staff, department, file, datum);
        if (!intake.isSound()) return new Taken(intake, null, List.of());
        Edition edition = keep(staff, code, intake.grids(), from, note, at);
        return new Taken(intake, edition, touches(code, draft.touches(staff.tenant(), from)));
    }

    /** Grids that are known to be sound, as the department's from a day on. */
    @Transactional
    public Edition keep(Staff staff, String code, List<Grid> grids, LocalDate from, String note, Instant at) {
        if (from.isBefore(LocalDate.ofInstant(at, Duty.ZONE)))
            throw Refusal.invalid("from", "grids.past-day", from).exception();
        if (note.length() > NOTE_CHARACTERS_MAX)
            throw Refusal.invalid("note", "grids.too-long", note.substring(0, 12), NOTE_CHARACTERS_MAX)
                    .exception();
        store.lock(staff.tenant());
        List<Edition> before = store.editions(staff.tenant()).stream()
                .filter(edition -> edition.department().equals(code))
                .toList();
        int number = before.stream().mapToInt(Edition::number).max().orElse(0) + 1;
        Edition edition = new Edition(code, number, from, at, staff.name(), note, grids.size());
        Map<String, Object> detail = changes(staff, edition, before.isEmpty() ? null : before.getFirst(), grids);
        store.add(staff, edition, grids);
        audit.record(staff.tenant(), "grids/" + code, staff.id().toString(), "grid-taken-in", detail);
        return edition;
    }

    private Intake read(Staff staff, Department department, byte[] file, Datum datum) {
        NameHolder holders = new NameHolder(people.all(staff.tenant()), department.unit());
        ReadGrids read = new ReadGrids(department, datum, holders::of).read(file);
        return CheckGrids.check(surveys.ground(staff.tenant()), read, datum);
    }

    private static List<Touch> touches(String code, List<Touch> all) {
        return all.stream().filter(touch -> touch.department().equals(code)).toList();
    }

    /** Codes of what is new, gone, and otherwise than in the edition before. */
    private Map<String, Object> changes(Staff staff, Edition edition, @Nullable Edition last, List<Grid> grids) {
        Map<String, Grid> before = last == null
                ? Map.of()
                : surveys.survey(staff.tenant(), departments.require(staff.tenant(), edition.department()), last)
                        .grids();
        Stream<String> gone = before.keySet().stream()
                .filter(code -> grids.stream().noneMatch(grid -> grid.code().equals(code)));
        return Map.of(
                "edition", edition.number(),
                "from", edition.from().toString(),
                "grids", grids.size(),
                "added", codes(grids.stream().filter(grid -> !before.containsKey(grid.code()))),
                "changed", codes(grids.stream().filter(grid -> isChanged(before.get(grid.code()), grid))),
                "gone", gone.sorted().toList());
    }

    private static List<String> codes(Stream<Grid> grids) {
        return grids.map(Grid::code).sorted().toList();
    }

    private static boolean isChanged(@Nullable Grid before, Grid now) {
        return before != null
                && !(before.name().equals(now.name())
                        && Objects.equals(before.holder(), now.holder())
                        && before.duties().equals(now.duties())
                        && before.shape().equalsTopo(now.shape()));
    }
}

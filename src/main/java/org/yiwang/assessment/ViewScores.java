package org.yiwang.assessment;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.Board;
import org.yiwang.assessment.model.CompareEditions;
import org.yiwang.assessment.model.CompareEditions.Change;
import org.yiwang.assessment.model.Cost;
import org.yiwang.assessment.model.Edition;
import org.yiwang.assessment.model.Line;
import org.yiwang.assessment.model.Score;
import org.yiwang.assessment.store.EditionStore;
import org.yiwang.assessment.store.EditionStore.Result;
import org.yiwang.assessment.store.RequestStore;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Refusal;

/** Scores for a person: everybody with the right sees all ranks; orders are opened by their own unit and by who sees everything. */
@Service
public class ViewScores {
    static final String MANAGE = "assessment.manage";

    private final Assessments assessments;
    private final RunningMonth running;
    private final EditionStore editions;
    private final RequestStore requests;
    private final Units units;

    ViewScores(
            Assessments assessments, RunningMonth running, EditionStore editions, RequestStore requests, Units units) {
        this.assessments = assessments;
        this.running = running;
        this.editions = editions;
        this.requests = requests;
        this.units = units;
    }

    /** What is published, and for the centre what is not yet. */
    public List<Edition> all(Staff staff, String packageId, String name) {
        return editions.all(staff.tenant(), packageId, name).stream()
                .filter(one -> isVisible(staff, one))
                .toList();
    }

    /** @param number the one in force where it is missing: the latest that the person may see; {@link Edition#RUNNING} the running month as it stands */
    public Edition edition(Staff staff, String packageId, String name, YearMonth month, @Nullable Integer number) {
        return find(staff, packageId, name, month, number)
                .orElseThrow(() -> Refusal.notFound("assessment.no-edition", month, number == null ? "–" : number)
                        .exception());
    }

    Optional<Edition> find(Staff staff, String packageId, String name, YearMonth month, @Nullable Integer number) {
        if (number != null && number == Edition.RUNNING)
            return Optional.of(running.edition(staff.tenant(), assessments.require(staff.tenant(), packageId, name)))
                    .filter(one -> one.month().equals(month));
        return editions.ofMonth(staff.tenant(), packageId, name, month).stream()
                .filter(one -> number == null || one.number() == number)
                .filter(one -> isVisible(staff, one))
                .findFirst();
    }

    private static boolean isVisible(Staff staff, Edition edition) {
        return edition.isPublished() || Access.may(staff, MANAGE);
    }

    public List<Result> results(Staff staff, Edition edition) {
        return edition.isRunning()
                ? running.results(staff.tenant(), formula(staff, edition))
                : editions.results(staff.tenant(), edition.id());
    }

    private Assessment formula(Staff staff, Edition edition) {
        return assessments.require(staff.tenant(), edition.packageId(), edition.name());
    }

    private List<Line> lines(Staff staff, Edition edition, Board board, String unit) {
        if (!edition.isRunning()) return editions.lines(staff.tenant(), edition.id(), board, unit);
        return running.lines(staff.tenant(), formula(staff, edition)).stream()
                .filter(line -> line.isOf(board, unit))
                .toList();
    }

    public List<Result> trend(Staff staff, String packageId, String name, Board board, String unit) {
        return editions.trend(staff.tenant(), packageId, name, board, unit, Access.may(staff, MANAGE));
    }

    /** A unit's score with the cost of each of its lines. */
    public record Opened(Edition edition, Score score, List<Line> lines, List<Cost> costs) {}

    public Opened open(Staff staff, Edition edition, Board board, String unit) {
        if (!mayOpen(staff, board, unit))
            throw Refusal.forbidden("assessment.not-own").exception();
        List<Line> lines = lines(staff, edition, board, unit);
        Score score = Score.of(edition.scheme(), lines);
        return new Opened(edition, score, lines, Cost.of(score, lines));
    }

    public boolean mayOpen(Staff staff, Board board, String unit) {
        Sight sight = staff.sight();
        if (sight.everything()) return true;
        if (board == Board.ALL) return false;
        UnitId id = new UnitId(unit);
        if (staff.unit().equals(id)) return true;
        return board == Board.COMMITTEE
                && (sight.committees().contains(id)
                        || units.tree(staff.tenant())
                                .areaOf(id)
                                .filter(sight.areas()::contains)
                                .isPresent());
    }

    /**
     * What changed from one edition to a later one of the same month.
     *
     * @param before results of the earlier one, of the units that the changes concern
     * @param changes narrowed to what the person may open
     */
    public record Difference(
            Edition earlier, Edition later, List<Result> before, List<Result> after, List<Change> changes) {}

    public Difference difference(Staff staff, Edition earlier, Edition later) {
        if (earlier.isRunning() || later.isRunning())
            throw Refusal.notFound("assessment.no-edition", later.month(), Edition.RUNNING)
                    .exception();
        List<Change> changes = CompareEditions.of(
                editions.lines(staff.tenant(), earlier.id()),
                editions.lines(staff.tenant(), later.id()),
                requests.granted(staff.tenant(), later.packageId(), later.name()),
                earlier.version() == later.version());
        return new Difference(
                earlier,
                later,
                editions.results(staff.tenant(), earlier.id()),
                editions.results(staff.tenant(), later.id()),
                changes.stream().filter(change -> mayOpen(staff, change)).toList());
    }

    private boolean mayOpen(Staff staff, Change change) {
        for (Board board : Board.values())
            for (String unit : CompareEditions.units(List.of(change), board))
                if (mayOpen(staff, board, unit)) return true;
        return false;
    }

    public Optional<Edition> byId(Staff staff, UUID id) {
        return editions.find(staff.tenant(), id);
    }
}

package org.yiwang.assessment.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.assessment.Assessments;
import org.yiwang.assessment.ComputeScores;
import org.yiwang.assessment.HandleRequests;
import org.yiwang.assessment.PublishScores;
import org.yiwang.assessment.RunningMonth;
import org.yiwang.assessment.ViewScores;
import org.yiwang.assessment.model.Board;
import org.yiwang.assessment.model.Cost;
import org.yiwang.assessment.model.DescribeLine;
import org.yiwang.assessment.model.Edition;
import org.yiwang.assessment.web.ScoreViews.AssessmentList;
import org.yiwang.assessment.web.ScoreViews.AssessmentView;
import org.yiwang.assessment.web.ScoreViews.BoardView;
import org.yiwang.assessment.web.ScoreViews.ChangeView;
import org.yiwang.assessment.web.ScoreViews.DifferenceView;
import org.yiwang.assessment.web.ScoreViews.EditionView;
import org.yiwang.assessment.web.ScoreViews.LinePage;
import org.yiwang.assessment.web.ScoreViews.LineView;
import org.yiwang.assessment.web.ScoreViews.MovedView;
import org.yiwang.assessment.web.ScoreViews.SchemeView;
import org.yiwang.assessment.web.ScoreViews.TrendView;
import org.yiwang.assessment.web.ScoreViews.UnitView;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.web.Needs;
import org.yiwang.worktime.WorkCalendar;

/** Scores by month and unit, down to each order; their editions. */
@RestController
@RequestMapping("/api/v1/assessments")
class AssessmentController {
    static final String READ = "assessment.read";
    static final String MANAGE = "assessment.manage";
    static final int ROWS_MAX = 500;
    private static final String MONTH = "/{pack}/{name}/months/{month}";
    private static final String UNIT = MONTH + "/{board}/{unit}";

    private final Assessments assessments;
    private final ViewScores scores;
    private final RunningMonth running;
    private final ComputeScores compute;
    private final PublishScores publish;
    private final HandleRequests requests;
    private final Units units;
    private final Clock clock;

    AssessmentController(
            Assessments assessments,
            ViewScores scores,
            RunningMonth running,
            ComputeScores compute,
            PublishScores publish,
            HandleRequests requests,
            Units units,
            Clock clock) {
        this.assessments = assessments;
        this.scores = scores;
        this.running = running;
        this.compute = compute;
        this.publish = publish;
        this.requests = requests;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping
    @Needs(READ)
    AssessmentList list(Staff staff, Locale locale) {
        return new AssessmentList(assessments.all(staff.tenant()).stream()
                .map(one -> AssessmentView.of(
                        one, scores.all(staff, one.packageId(), one.name()), running.month(), locale.getLanguage()))
                .toList());
    }

    /** @param edition the latest that the reader may see where it is missing; 0 for the running month as it stands, provisional */
    @GetMapping(MONTH)
    @Needs(READ)
    BoardView board(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @PathVariable String month,
            @RequestParam @Nullable Integer edition,
            Locale locale) {
        Edition found = edition(staff, pack, name, month, edition);
        return new BoardView(
                EditionView.of(found),
                SchemeView.of(found.scheme(), locale.getLanguage()),
                found.isPublished() ? requests.appealUntil(found) : null,
                scores.results(staff, found).stream()
                        .map(one -> UnitView.of(one, scores.mayOpen(staff, one.board(), one.unit())))
                        .toList());
    }

    private Edition edition(Staff staff, String pack, String name, String month, @Nullable Integer number) {
        assessments.require(staff.tenant(), pack, name);
        return scores.edition(staff, pack, name, Months.of("month", month), number);
    }

    @GetMapping(path = MONTH + "/scores.csv", produces = "text/csv")
    @Needs(READ)
    ResponseEntity<byte[]> export(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @PathVariable String month,
            @RequestParam @Nullable Integer edition,
            Locale locale) {
        Edition found = edition(staff, pack, name, month, edition);
        return file(
                "scores-" + found.month() + "-" + found.number() + ".csv",
                new ScoreSheet(found.scheme(), units.tree(staff.tenant()), locale)
                        .scores(scores.results(staff, found)));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] table) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(table);
    }

    /** A unit's published scores over the months; for the centre the latest of each month. */
    @GetMapping("/{pack}/{name}/trend")
    @Needs(READ)
    TrendView trend(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @RequestParam(defaultValue = "all") String board,
            @RequestParam(defaultValue = Board.WHOLE) String unit) {
        assessments.require(staff.tenant(), pack, name);
        Board of = Months.board(board);
        boolean own = scores.mayOpen(staff, of, unit);
        return new TrendView(scores.trend(staff, pack, name, of, unit).stream()
                .map(one -> UnitView.of(one, own))
                .toList());
    }

    /**
     * The orders behind a unit's score, dearest first.
     *
     * @param measure only this one
     * @param all those too that cost nothing
     */
    @GetMapping(UNIT + "/lines")
    @Needs(READ)
    LinePage lines(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @PathVariable String month,
            @PathVariable String board,
            @PathVariable String unit,
            @RequestParam @Nullable Integer edition,
            @RequestParam @Nullable String measure,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            Locale locale) {
        if (limit < 1 || limit > ROWS_MAX || offset < 0)
            throw Refusal.invalid("limit", "assessment.rows", ROWS_MAX).exception();
        ViewScores.Opened opened =
                scores.open(staff, edition(staff, pack, name, month, edition), Months.board(board), unit);
        List<Cost> wanted = wanted(opened, measure, all);
        DescribeLine words = words(locale);
        var scheme = opened.edition().scheme();
        return new LinePage(
                scheme.full(),
                opened.score().shown(),
                opened.costs().stream()
                        .map(Cost::points)
                        .reduce(org.yiwang.assessment.model.Fraction.ZERO, org.yiwang.assessment.model.Fraction::plus)
                        .rounded(scheme.decimals()),
                opened.score().byBounds().rounded(scheme.decimals()),
                wanted.size(),
                wanted.stream()
                        .skip(offset)
                        .limit(limit)
                        .map(cost -> LineView.of(cost, Cost.without(scheme, opened.lines(), cost.line()), words))
                        .toList());
    }

    private static List<Cost> wanted(ViewScores.Opened opened, @Nullable String measure, boolean all) {
        return opened.costs().stream()
                .filter(cost -> measure == null || cost.line().measure().equals(measure))
                .filter(cost -> all || cost.points().signum() > 0)
                .toList();
    }

    private static DescribeLine words(Locale locale) {
        return new DescribeLine(locale.getLanguage().equals("en"), WorkCalendar.ZONE);
    }

    @GetMapping(path = UNIT + "/lines.csv", produces = "text/csv")
    @Needs(READ)
    ResponseEntity<byte[]> exportLines(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @PathVariable String month,
            @PathVariable String board,
            @PathVariable String unit,
            @RequestParam @Nullable Integer edition,
            @RequestParam @Nullable String measure,
            @RequestParam(defaultValue = "false") boolean all,
            Locale locale) {
        ViewScores.Opened opened =
                scores.open(staff, edition(staff, pack, name, month, edition), Months.board(board), unit);
        return file(
                "lost-points-" + opened.edition().month() + ".csv",
                new ScoreSheet(opened.edition().scheme(), units.tree(staff.tenant()), locale)
                        .lines(wanted(opened, measure, all), words(locale)));
    }

    /**
     * What changed between two editions of a month, order by order.
     *
     * @param from number of the earlier one; that before the later one where it is missing
     * @param to number of the later one; the latest where it is missing
     */
    @GetMapping(MONTH + "/difference")
    @Needs(READ)
    DifferenceView difference(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @PathVariable String month,
            @RequestParam @Nullable Integer from,
            @RequestParam @Nullable Integer to,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        if (limit < 1 || limit > ROWS_MAX || offset < 0)
            throw Refusal.invalid("limit", "assessment.rows", ROWS_MAX).exception();
        Edition later = edition(staff, pack, name, month, to);
        Edition earlier = edition(staff, pack, name, month, from == null ? Integer.valueOf(later.number() - 1) : from);
        ViewScores.Difference found = scores.difference(staff, earlier, later);
        return new DifferenceView(
                EditionView.of(earlier),
                EditionView.of(later),
                MovedView.of(found.before(), found.after()),
                found.changes().stream()
                        .skip(offset)
                        .limit(limit)
                        .map(ChangeView::of)
                        .toList(),
                found.changes().size());
    }

    @PostMapping(MONTH + "/editions")
    @Needs(MANAGE)
    EditionView compute(Staff staff, @PathVariable String pack, @PathVariable String name, @PathVariable String month) {
        YearMonth of = Months.of("month", month);
        return EditionView.of(compute.compute(staff, pack, name, of, clock.instant()));
    }

    @PostMapping(MONTH + "/editions/{number}/publish")
    @Needs(MANAGE)
    EditionView publish(
            Staff staff,
            @PathVariable String pack,
            @PathVariable String name,
            @PathVariable String month,
            @PathVariable int number) {
        return EditionView.of(publish.publish(staff, pack, name, Months.of("month", month), number, clock.instant()));
    }
}

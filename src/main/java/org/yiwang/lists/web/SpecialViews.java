package org.yiwang.lists.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.MatterCases;
import org.yiwang.casework.model.MatterFigure;
import org.yiwang.lists.DrawChecks;
import org.yiwang.lists.WatchSpecial;
import org.yiwang.lists.model.Check;
import org.yiwang.lists.model.Check.Verdict;
import org.yiwang.lists.model.DecideCheck;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.lists.model.DrawSample;
import org.yiwang.lists.model.FailedShare;
import org.yiwang.lists.model.Sampling;
import org.yiwang.lists.model.Settled;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.contract.SchemaName;

/** A special supervision as the screens show it. */
@Component
class SpecialViews {
    /**
     * Cases reported in some days; see {@link MatterFigure}.
     *
     * @param unit missing for all together
     */
    @SchemaName("MatterFigures")
    record FiguresView(
            @Nullable UnitId unit,
            int cases,
            int closed,
            int onTime,
            int overdue,
            int returned,
            int reworked,
            int rated,
            int unsatisfied) {}

    /** @param all the whole matter; {@code units} its parts, the largest first */
    @SchemaName("MatterSpan")
    record SpanView(LocalDate from, LocalDate to, FiguresView all, List<FiguresView> units) {}

    /** @param closed cases that were in the draw */
    @SchemaName("SampleDrawn")
    record SamplingView(
            String seed, int perUnit, int percent, int days, Instant until, UUID problems, String by, int closed) {}

    /** @param item that came of a failed check */
    @SchemaName("CheckFinding")
    record FindingView(
            Verdict verdict,
            String note,
            List<UUID> photos,
            String by,
            UnitId unit,
            Instant at,
            @Nullable UUID item) {}

    /**
     * A closed case that is looked at again.
     *
     * @param told what its unit wrote when it was done
     * @param mine whether this person may say what was found
     */
    @SchemaName("CaseCheck")
    record CheckView(
            UUID id,
            UUID list,
            int seq,
            UUID caseId,
            String number,
            String category,
            UnitId unit,
            UnitId checker,
            String title,
            String address,
            double lon,
            double lat,
            @Nullable Instant closedAt,
            @Nullable String told,
            @Nullable FindingView finding,
            boolean mine) {}

    /** @param low, high the 95 % interval of the share, from 0 to 1 */
    @SchemaName("FailedShare")
    record ShareView(int failed, int judged, int closed, double share, double low, double high) {
        static ShareView of(FailedShare share) {
            return new ShareView(
                    share.failed(), share.judged(), share.closed(), share.share(), share.low(), share.high());
        }
    }

    @SchemaName("UnitFailedShare")
    record UnitShareView(UnitId unit, int drawn, ShareView share) {}

    /** @param answered what was done about it; missing while nothing was */
    @SchemaName("RiskPoint")
    record RiskView(
            String category,
            UnitId unit,
            List<String> failed,
            int checked,
            @Nullable AnswerView answered) {}

    @SchemaName("RiskPointAnswer")
    record AnswerView(@Nullable UUID item, String words, String by, Instant at) {
        static AnswerView of(Settled settled) {
            return new AnswerView(settled.item(), settled.words(), settled.by(), settled.at());
        }
    }

    /** @param items that came of failed checks and risk points, of these {@code done} and {@code late} */
    @SchemaName("SampleResult")
    record ResultView(
            ShareView share, List<UnitShareView> units, List<RiskView> risks, int items, int done, int late) {}

    /** @param before the same part of the quarter before */
    @SchemaName("SpecialSupervision")
    record SpecialView(
            ListController.ListView list,
            SpanView now,
            SpanView before,
            @Nullable SamplingView sampling,
            List<CheckView> checks,
            @Nullable ResultView result,
            boolean oversees) {}

    /**
     * A case in the order of the draw.
     *
     * @param mark SHA-256 of “seed/number”
     */
    @SchemaName("DrawnCase")
    record DrawnView(String number, UnitId unit, String mark) {}

    /** @param agrees whether the same cases come out of the seed again */
    @SchemaName("SampleDrawnAgain")
    record AgainView(String seed, List<DrawnView> drawn, boolean agrees) {}

    private final MatterCases cases;

    SpecialViews(MatterCases cases) {
        this.cases = cases;
    }

    SpecialView special(Staff staff, WatchSpecial.Standing standing) {
        Sampling sampling = standing.sampling();
        WatchSpecial.Result result = standing.result();
        return new SpecialView(
                ListController.ListView.of(standing.list()),
                span(standing.now()),
                span(standing.before()),
                sampling == null ? null : sampling(sampling),
                checks(staff, standing.checks()),
                result == null ? null : result(result),
                Access.may(staff, DecideItem.OVERSEE));
    }

    List<CheckView> checks(Staff staff, List<Check> checks) {
        Map<UUID, MatterCases.Spot> spots = cases.spots(
                staff.tenant(), checks.stream().map(check -> check.drawn().id()).toList());
        return checks.stream()
                .map(check -> check(staff, check, spots.get(check.drawn().id())))
                .toList();
    }

    static AgainView again(DrawChecks.Again again) {
        String seed = again.sampling().seed();
        return new AgainView(
                seed,
                again.drawn().stream()
                        .map(one -> new DrawnView(one.number(), one.unit(), DrawSample.mark(seed, one.number())))
                        .toList(),
                again.agrees());
    }

    private static SamplingView sampling(Sampling one) {
        return new SamplingView(
                one.seed(),
                one.rule().perUnit(),
                one.rule().percent(),
                one.days(),
                one.until(),
                one.problems(),
                one.by(),
                one.closed().values().stream().mapToInt(Integer::intValue).sum());
    }

    private static ResultView result(WatchSpecial.Result result) {
        return new ResultView(
                ShareView.of(result.share()),
                result.units().stream()
                        .map(unit -> new UnitShareView(unit.unit(), unit.drawn(), ShareView.of(unit.share())))
                        .toList(),
                result.risks().stream().map(SpecialViews::risk).toList(),
                result.mended().items(),
                result.mended().done(),
                result.mended().late());
    }

    private static RiskView risk(WatchSpecial.Risk risk) {
        Settled settled = risk.settled();
        return new RiskView(
                risk.point().category(),
                risk.point().unit(),
                risk.point().failed().stream()
                        .map(check -> check.drawn().number())
                        .toList(),
                risk.point().checked(),
                settled == null ? null : AnswerView.of(settled));
    }

    private static CheckView check(Staff staff, Check check, MatterCases.@Nullable Spot spot) {
        Check.Finding finding = check.finding();
        return new CheckView(
                check.id(),
                check.list(),
                check.seq(),
                check.drawn().id(),
                check.drawn().number(),
                check.drawn().category(),
                check.drawn().unit(),
                check.checker(),
                spot == null ? "" : spot.title(),
                spot == null ? "" : spot.address(),
                spot == null ? 0 : spot.lon(),
                spot == null ? 0 : spot.lat(),
                spot == null ? null : spot.closedAt(),
                spot == null ? null : spot.told(),
                finding == null
                        ? null
                        : new FindingView(
                                finding.verdict(),
                                finding.note(),
                                finding.photos(),
                                finding.by(),
                                finding.unit(),
                                finding.at(),
                                finding.item()),
                finding == null && DecideCheck.may(staff, check));
    }

    private static SpanView span(WatchSpecial.Figures figures) {
        FiguresView all = figures.rows().stream()
                .filter(MatterCases.Row::all)
                .findFirst()
                .map(SpecialViews::figures)
                .orElseGet(() -> new FiguresView(null, 0, 0, 0, 0, 0, 0, 0, 0));
        List<FiguresView> units = figures.rows().stream()
                .filter(row -> !row.all() && row.unit() != null)
                .map(SpecialViews::figures)
                .toList();
        return new SpanView(figures.days().from(), figures.days().to(), all, units);
    }

    private static FiguresView figures(MatterCases.Row row) {
        Map<MatterFigure, Integer> counts = row.counts();
        return new FiguresView(
                row.unit(),
                counts.getOrDefault(MatterFigure.CASES, 0),
                counts.getOrDefault(MatterFigure.CLOSED, 0),
                counts.getOrDefault(MatterFigure.ON_TIME, 0),
                counts.getOrDefault(MatterFigure.OVERDUE, 0),
                counts.getOrDefault(MatterFigure.RETURNED, 0),
                counts.getOrDefault(MatterFigure.REWORKED, 0),
                counts.getOrDefault(MatterFigure.RATED, 0),
                counts.getOrDefault(MatterFigure.UNSATISFIED, 0));
    }
}

package org.yiwang.assessment.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.CompareEditions.Change;
import org.yiwang.assessment.model.Cost;
import org.yiwang.assessment.model.DescribeLine;
import org.yiwang.assessment.model.Edition;
import org.yiwang.assessment.model.Line;
import org.yiwang.assessment.model.Reference;
import org.yiwang.assessment.model.Scheme;
import org.yiwang.assessment.model.Score;
import org.yiwang.assessment.store.EditionStore.Part;
import org.yiwang.assessment.store.EditionStore.Result;
import org.yiwang.platform.contract.SchemaName;

/** Scores as the desk shows them, in the language of whoever asks. */
final class ScoreViews {
    /** Of the points that one order costs; a score itself has as many as its formula says. */
    static final int COST_DECIMALS = 4;

    private ScoreViews() {}

    /** @param formula in words */
    @SchemaName("ScoreWeight")
    record WeightView(String id, String title, String formula, BigDecimal weight) {}

    /** @param most of all events of a unit in a month together */
    @SchemaName("ScoreExtra")
    record ExtraView(String id, String title, String formula, BigDecimal points, BigDecimal most, boolean reward) {}

    /**
     * How a score is made; published to everybody who sees scores.
     *
     * @param rankedFrom orders from which a unit is ranked
     * @param appealDays working days after publication
     */
    @SchemaName("ScoreScheme")
    record SchemeView(
            List<WeightView> weights,
            List<ExtraView> extras,
            BigDecimal full,
            BigDecimal least,
            BigDecimal most,
            int decimals,
            int rankedFrom,
            int appealDays) {
        static SchemeView of(Scheme scheme, String language) {
            return new SchemeView(
                    scheme.weights().stream()
                            .map(one -> new WeightView(
                                    one.id(),
                                    one.title().in(language),
                                    one.formula().in(language),
                                    one.weight()))
                            .toList(),
                    scheme.extras().stream()
                            .map(one -> new ExtraView(
                                    one.id(),
                                    one.title().in(language),
                                    one.formula().in(language),
                                    one.points(),
                                    one.most(),
                                    one.reward()))
                            .toList(),
                    scheme.full(),
                    scheme.least(),
                    scheme.most(),
                    scheme.decimals(),
                    scheme.rankedFrom(),
                    scheme.appealDays());
        }
    }

    /**
     * @param version of the package whose formula made it
     * @param number 0 of the running month
     * @param digest SM3 over everything it follows from; empty of the running month
     * @param cause month for the month's first, again for later ones, running for the running month as it stands
     */
    @SchemaName("ScoreEdition")
    record EditionView(
            UUID id,
            String month,
            int number,
            int version,
            String digest,
            Edition.Cause cause,
            String madeBy,
            Instant madeAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {
        static EditionView of(Edition edition) {
            return new EditionView(
                    edition.id(),
                    edition.month().toString(),
                    edition.number(),
                    edition.version(),
                    edition.digest(),
                    edition.cause(),
                    edition.madeBy(),
                    edition.madeAt(),
                    edition.publishedBy(),
                    edition.publishedAt());
        }
    }

    @SchemaName("ScoreReason")
    record ReasonView(String code, String title) {}

    /**
     * @param scheme as the formula in force has it; an edition has its own
     * @param running the month that runs now, whose provisional scores stand under edition 0
     */
    @SchemaName("Assessment")
    record AssessmentView(
            String pack,
            String name,
            String title,
            SchemeView scheme,
            List<ReasonView> reasons,
            List<EditionView> editions,
            String running) {
        static AssessmentView of(Assessment one, List<Edition> editions, YearMonth running, String language) {
            return new AssessmentView(
                    one.packageId(),
                    one.name(),
                    one.title().in(language),
                    SchemeView.of(one.scheme(), language),
                    one.reasons().stream()
                            .map(reason ->
                                    new ReasonView(reason.code(), reason.title().in(language)))
                            .toList(),
                    editions.stream().map(EditionView::of).toList(),
                    running.toString());
        }
    }

    @SchemaName("AssessmentList")
    record AssessmentList(List<AssessmentView> items) {}

    /** @param rate of a measure with something to count, as a share, 0 to 1 */
    @SchemaName("UnitScorePart")
    record PartView(
            String id,
            int counted,
            BigDecimal earned,
            BigDecimal points,
            @Nullable BigDecimal rate) {}

    /**
     * @param rank missing for units with fewer orders than are ranked
     * @param own whether the reader may open its orders
     */
    @SchemaName("UnitScore")
    record UnitView(
            String month,
            org.yiwang.assessment.model.Board board,
            String unit,
            int orders,
            BigDecimal total,
            @Nullable Integer rank,
            List<PartView> parts,
            boolean own) {
        static UnitView of(Result result, boolean own) {
            return new UnitView(
                    result.month().toString(),
                    result.board(),
                    result.unit(),
                    result.orders(),
                    result.total(),
                    result.rank(),
                    parts(result.parts()),
                    own);
        }

        private static List<PartView> parts(Map<String, Part> parts) {
            return parts.entrySet().stream()
                    .map(one -> new PartView(
                            one.getKey(),
                            one.getValue().counted(),
                            one.getValue().earned(),
                            one.getValue().points(),
                            one.getValue().rate()))
                    .toList();
        }
    }

    /** @param appealUntil the end of the time for appeals; missing before publication */
    @SchemaName("ScoreBoard")
    record BoardView(
            EditionView edition,
            SchemeView scheme,
            @Nullable Instant appealUntil,
            List<UnitView> units) {}

    @SchemaName("UnitScoreTrend")
    record TrendView(List<UnitView> items) {}

    /**
     * An order in one measure.
     *
     * @param points what it costs; negative where it brings some
     * @param without the unit's score if the order were left out altogether
     * @param why what was seen, in words
     */
    @SchemaName("ScoreLine")
    record LineView(
            UUID caseId,
            String number,
            String title,
            String measure,
            int ref,
            Instant at,
            BigDecimal earned,
            BigDecimal points,
            BigDecimal without,
            String why) {
        static LineView of(Cost cost, Score without, DescribeLine words) {
            Line line = cost.line();
            return new LineView(
                    line.caseId(),
                    line.number(),
                    line.title(),
                    line.measure(),
                    line.ref(),
                    line.at(),
                    line.earned(),
                    cost.points().rounded(COST_DECIMALS),
                    without.shown(),
                    words.of(line));
        }
    }

    /**
     * @param full full marks
     * @param total the unit's score
     * @param lost what all lines of the unit cost together
     * @param byBounds what the formula's bounds added, or took away
     * @param count lines on all pages
     */
    @SchemaName("ScoreLines")
    record LinePage(
            BigDecimal full,
            BigDecimal total,
            BigDecimal lost,
            BigDecimal byBounds,
            long count,
            List<LineView> items) {}

    /** A line before and after; missing where it did not count. */
    @SchemaName("ScoreChange")
    record ChangeView(
            UUID caseId,
            String number,
            String title,
            String measure,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            @Nullable String department,
            String committee,
            org.yiwang.assessment.model.CompareEditions.Why why) {
        static ChangeView of(Change change) {
            Line one = change.after() == null ? change.before() : change.after();
            return new ChangeView(
                    change.caseId(),
                    change.number(),
                    change.title(),
                    change.measure(),
                    change.before() == null ? null : change.before().earned(),
                    change.after() == null ? null : change.after().earned(),
                    one == null ? null : one.department(),
                    one == null ? "" : one.committee(),
                    change.why());
        }
    }

    /** A unit whose score differs. */
    @SchemaName("ScoreMoved")
    record MovedView(
            org.yiwang.assessment.model.Board board,
            String unit,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            @Nullable Integer rankBefore,
            @Nullable Integer rankAfter) {
        static List<MovedView> of(List<Result> before, List<Result> after) {
            return Stream.concat(before.stream(), after.stream())
                    .map(one -> Map.entry(one.board(), one.unit()))
                    .distinct()
                    .map(key -> of(key, find(before, key), find(after, key)))
                    .filter(one -> one.before() == null
                            || one.after() == null
                            || one.before().compareTo(one.after()) != 0)
                    .toList();
        }

        private static @Nullable Result find(
                List<Result> results, Map.Entry<org.yiwang.assessment.model.Board, String> key) {
            return results.stream()
                    .filter(one -> one.board() == key.getKey() && one.unit().equals(key.getValue()))
                    .findFirst()
                    .orElse(null);
        }

        private static MovedView of(
                Map.Entry<org.yiwang.assessment.model.Board, String> key,
                @Nullable Result before,
                @Nullable Result after) {
            return new MovedView(
                    key.getKey(),
                    key.getValue(),
                    before == null ? null : before.total(),
                    after == null ? null : after.total(),
                    before == null ? null : before.rank(),
                    after == null ? null : after.rank());
        }
    }

    /** @param count changes on all pages that the reader may see */
    @SchemaName("ScoreDifference")
    record DifferenceView(
            EditionView earlier, EditionView later, List<MovedView> units, List<ChangeView> changes, long count) {}

    /** @param peer missing for the own sub-district in a month before its records */
    @SchemaName("ScoreReference")
    record ReferenceView(
            String month,
            @Nullable String peer,
            String measure,
            BigDecimal value,
            String source,
            String by,
            Instant at,
            boolean replaced) {
        static ReferenceView of(Reference one, String language) {
            return new ReferenceView(
                    one.month().toString(),
                    language.equals("en") ? one.peerEn() : one.peer(),
                    one.measure(),
                    one.value(),
                    one.source(),
                    one.by(),
                    one.at(),
                    one.replaced());
        }
    }

    @SchemaName("ScoreReferences")
    record ReferenceList(List<ReferenceView> items) {}
}

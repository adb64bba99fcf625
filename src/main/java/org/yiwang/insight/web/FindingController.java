package org.yiwang.insight.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.casework.FindCases.Line;
import org.yiwang.insight.AnalyseNight;
import org.yiwang.insight.ForecastLoad;
import org.yiwang.insight.ViewFindings;
import org.yiwang.insight.ViewFindings.Trend;
import org.yiwang.insight.model.Backtest;
import org.yiwang.insight.model.Finding;
import org.yiwang.insight.model.WeekForecast;
import org.yiwang.insight.store.FindingStore.Run;
import org.yiwang.insight.store.FindingStore.Sighting;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.platform.web.Needs;
import org.yiwang.worktime.WorkCalendar;

/** What clusters, what rises, what next week brings. */
@RestController
@RequestMapping("/api/v1/insight")
class FindingController {
    private static final int DAYS_MAX = 366;
    private static final int PAGE_MAX = 100;

    /** @param isFinal false where the day was not over yet */
    @SchemaName("InsightRun")
    record RunView(LocalDate day, boolean isFinal, Instant finishedAt, int cases, int findings) {
        static RunView of(Run run) {
            return new RunView(run.day(), run.isFinal(), run.finishedAt(), run.cases(), run.findings());
        }
    }

    /**
     * @param kind hot-spot, burst, same-record, same-caller, same-place or rising
     * @param label the record or corner, empty where the cells say it
     * @param expected by chance; of what rises, the four weeks at the beginning of the window
     * @param score Gi*, logarithm of the likelihood ratio, or growth a week, by kind
     * @param p chance of so much or more; q, the same held against all tests of the night
     * @param returnedOn when it came back, having grown after it was put aside
     */
    @SchemaName("InsightFinding")
    record FindingView(
            UUID id,
            String kind,
            String category,
            String label,
            List<String> cells,
            List<String> committees,
            LocalDate from,
            LocalDate to,
            int observed,
            double expected,
            double score,
            double p,
            double q,
            LocalDate firstSeen,
            LocalDate lastSeen,
            @Nullable DismissalView dismissed,
            @Nullable LocalDate returnedOn) {
        static FindingView of(Finding finding) {
            var found = finding.found();
            var dismissal = finding.dismissal();
            return new FindingView(
                    finding.id(),
                    found.kind().id(),
                    found.category(),
                    found.label(),
                    found.cells(),
                    finding.committees(),
                    found.from(),
                    found.to(),
                    found.observed(),
                    found.expected(),
                    found.score(),
                    found.p(),
                    found.q(),
                    finding.firstSeen(),
                    finding.lastSeen(),
                    dismissal == null
                            ? null
                            : new DismissalView(dismissal.at(), dismissal.by(), dismissal.reason(), dismissal.cases()),
                    finding.returnedOn());
        }
    }

    @SchemaName("InsightDismissal")
    record DismissalView(Instant at, String by, String reason, int cases) {}

    /** @param run the last one; missing before the first */
    @SchemaName("InsightFindingList")
    record FindingList(@Nullable RunView run, List<FindingView> items) {}

    /** @param weeks counts of the category in the cells by week, from {@code first} on */
    @SchemaName("InsightTrend")
    record TrendView(LocalDate first, List<Integer> weeks) {}

    @SchemaName("InsightNight")
    record SightingView(LocalDate day, int observed, double expected, double p) {
        static SightingView of(Sighting sighting) {
            return new SightingView(sighting.day(), sighting.observed(), sighting.expected(), sighting.p());
        }
    }

    @SchemaName("InsightFindingDetail")
    record FindingDetail(FindingView finding, TrendView trend, List<SightingView> nights) {}

    /** @param total also those that the reader may not see */
    @SchemaName("InsightCases")
    record CaseList(List<Line> items, int total) {}

    record DismissFinding(@Nullable String reason) {}

    /** @param method seasonal-naive, weighted-level or holt-winters */
    @SchemaName("InsightForecastLine")
    record ForecastView(
            String category,
            List<Integer> weeks,
            String method,
            double mean,
            int low80,
            int high80,
            int low95,
            int high95,
            double error,
            double naiveError,
            BacktestView backtest) {
        static ForecastView of(ForecastLoad.Line line) {
            WeekForecast forecast = line.forecast();
            return new ForecastView(
                    line.category(),
                    line.weeks(),
                    forecast.method().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    forecast.mean(),
                    forecast.low80(),
                    forecast.high80(),
                    forecast.low95(),
                    forecast.high95(),
                    forecast.error(),
                    forecast.naiveError(),
                    BacktestView.of(line.backtest()));
        }
    }

    /**
     * How forecasts made week by week in the last half year would have fared.
     *
     * @param scaledError error ÷ that of last week's number; below 1 it is worth having
     * @param share80, share95 of the weeks that lay within the interval, from 0 to 1
     */
    @SchemaName("InsightBacktest")
    record BacktestView(int forecasts, double scaledError, double share80, double share95) {
        static BacktestView of(Backtest backtest) {
            return new BacktestView(
                    backtest.forecasts(), backtest.scaledError(), backtest.share80(), backtest.share95());
        }
    }

    /**
     * @param from first of the seven days that are forecast
     * @param byCategory the forecasts of all categories together, each week of each counted by itself
     */
    @SchemaName("InsightForecast")
    record ForecastList(LocalDate from, BacktestView byCategory, List<ForecastView> items) {}

    private final ViewFindings view;
    private final AnalyseNight analyse;
    private final ForecastLoad forecast;
    private final Clock clock;

    FindingController(ViewFindings view, AnalyseNight analyse, ForecastLoad forecast, Clock clock) {
        this.view = view;
        this.analyse = analyse;
        this.forecast = forecast;
        this.clock = clock;
    }

    /**
     * @param days also what was last seen so many days before the last night
     * @param dismissed those put aside instead of the others
     */
    @Needs("insight.read")
    @GetMapping("/findings")
    FindingList findings(
            Staff staff,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(defaultValue = "false") boolean dismissed) {
        return new FindingList(
                view.lastRun(staff).map(RunView::of).orElse(null),
                view.list(staff, Math.clamp(days, 0, DAYS_MAX), dismissed).stream()
                        .map(FindingView::of)
                        .toList());
    }

    @Needs("insight.read")
    @GetMapping("/findings/{id}")
    FindingDetail finding(Staff staff, @PathVariable UUID id) {
        Finding finding = view.one(staff, id);
        Trend trend = view.trend(staff, finding);
        return new FindingDetail(
                FindingView.of(finding),
                new TrendView(trend.first(), trend.weeks()),
                view.sightings(staff, finding).stream().map(SightingView::of).toList());
    }

    @Needs("insight.read")
    @GetMapping("/findings/{id}/cases")
    CaseList cases(
            Staff staff,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "20") int limit) {
        if (offset < 0 || limit < 1 || limit > PAGE_MAX)
            throw Refusal.invalid("limit", "request.wrong-value", "limit").exception();
        Finding finding = view.one(staff, id);
        return new CaseList(
                view.cases(staff, finding, offset, limit, clock.instant()),
                finding.found().cases().size());
    }

    @Needs("prevention.propose")
    @PostMapping("/findings/{id}/dismiss")
    FindingView dismiss(Staff staff, @PathVariable UUID id, @RequestBody DismissFinding wanted) {
        view.dismiss(staff, id, Objects.requireNonNullElse(wanted.reason(), ""), clock.instant());
        return FindingView.of(view.one(staff, id));
    }

    @Needs("insight.analyse")
    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.CREATED)
    RunView run(Staff staff) {
        Instant now = clock.instant();
        return RunView.of(analyse.today(staff.tenant(), LocalDate.ofInstant(now, WorkCalendar.ZONE), now));
    }

    @Needs("insight.analyse")
    @GetMapping("/forecast")
    ForecastList forecast(Staff staff) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        List<ForecastLoad.Line> lines = forecast.after(staff.tenant(), today.minusDays(1));
        List<Backtest> own = lines.stream()
                .filter(line -> !line.category().isEmpty())
                .map(ForecastLoad.Line::backtest)
                .toList();
        return new ForecastList(
                today,
                BacktestView.of(Backtest.sum(own)),
                lines.stream().map(ForecastView::of).toList());
    }
}

package org.yiwang.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yiwang.insight.model.Analysis;
import org.yiwang.insight.model.Backtest;
import org.yiwang.insight.model.ForecastWeek;
import org.yiwang.insight.model.Occurrence;
import org.yiwang.insight.model.Series;
import org.yiwang.insight.model.WeekForecast;
import org.yiwang.insight.store.ForecastStore;
import org.yiwang.platform.Tenant;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Next week's load, in all and by category. Made once after each day, since half a year is played for every category, and kept until the next. */
@Service
public class ForecastLoad {
    /** Fewer cases in the last quarter of a year are no basis for a forecast. */
    private static final int CASES_MIN = 12;

    private static final int QUARTER_DAYS = 91;
    private static final int DAYS_MIN = 7 * 14;
    private static final int WEEKS_SHOWN = 16;
    private static final int WEEKS_BACK = 26;

    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

    private final ReadOccurrences read;
    private final ForecastStore store;
    private final JsonMapper json;
    private final Clock clock;

    ForecastLoad(ReadOccurrences read, ForecastStore store, JsonMapper json, Clock clock) {
        this.read = read;
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A category's coming week.
     *
     * @param category empty for all together
     * @param weeks the last weeks' counts, the earliest first
     * @param backtest how it would have fared in the last half year
     */
    public record Line(String category, List<Integer> weeks, WeekForecast forecast, Backtest backtest) {}

    /** The seven days after this one; all together first, then by what is expected. Empty while there are fewer than fourteen weeks of cases. */
    public List<Line> after(Tenant tenant, LocalDate day) {
        return store.after(tenant, day).map(kept -> json.readValue(kept, LINES)).orElseGet(() -> make(tenant, day));
    }

    /** Anew from the cases as they are now, and kept. */
    List<Line> make(Tenant tenant, LocalDate day) {
        List<Line> lines = forecast(tenant, day);
        store.keep(tenant, day, json.writeValueAsString(lines), clock.instant());
        return lines;
    }

    private List<Line> forecast(Tenant tenant, LocalDate day) {
        List<Occurrence> all = read.between(tenant, day.minusDays(Analysis.PAST_DAYS - 1L), day);
        if (all.isEmpty() || all.getFirst().day().isAfter(day.minusDays(DAYS_MIN))) return List.of();
        LocalDate first = all.getFirst().day();
        ForecastWeek method = new ForecastWeek(read::group);
        List<Line> lines = new ArrayList<>();
        Map<String, List<Occurrence>> byCategory =
                all.stream().collect(Collectors.groupingBy(Occurrence::category, TreeMap::new, Collectors.toList()));
        byCategory.forEach((category, own) -> {
            long late = own.stream()
                    .filter(one -> one.day().isAfter(day.minusDays(QUARTER_DAYS)))
                    .count();
            if (late >= CASES_MIN) lines.add(line(category, own, first, day, method));
        });
        lines.sort(Comparator.comparingDouble((Line line) -> line.forecast().mean())
                .reversed());
        lines.addFirst(line("", all, first, day, method));
        return lines;
    }

    private static Line line(
            String category, List<Occurrence> cases, LocalDate first, LocalDate day, ForecastWeek method) {
        List<Integer> days = Series.daily(cases, first, day);
        int[] weeks = new int[WEEKS_SHOWN];
        for (int i = 0; i < 7 * WEEKS_SHOWN && i < days.size(); i++)
            weeks[WEEKS_SHOWN - 1 - i / 7] += days.get(days.size() - 1 - i);
        return new Line(
                category, Series.boxed(weeks), method.after(days, first), method.backtest(days, first, WEEKS_BACK));
    }
}

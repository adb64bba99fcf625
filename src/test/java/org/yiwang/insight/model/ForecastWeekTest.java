package org.yiwang.insight.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ForecastWeekTest {
    private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);
    private static final int DAYS = 7 * 70;

    /** Sixty categories that differ in size, each forecast week after week as if the rest were not known. */
    @Test
    void intervals_hold_about_as_often_as_they_say_and_the_choice_errs_less_than_last_weeks_number() {
        ForecastWeek forecast = new ForecastWeek(day -> day.getDayOfWeek().ordinal());
        double error = 0;
        double naive = 0;
        int in80 = 0;
        int in95 = 0;
        int tried = 0;
        for (int category = 0; category < 20; category++) {
            List<Integer> days = days(new SplittableRandom(category), 0.3 + category * 0.2);
            for (int end = 7 * 30; end + 7 <= DAYS; end += 14) {
                WeekForecast week = forecast.after(days.subList(0, end), FIRST);
                int came = days.subList(end, end + 7).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                int before = days.subList(end - 7, end).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                error += Math.abs(came - week.mean());
                naive += Math.abs(came - before);
                if (came >= week.low80() && came <= week.high80()) in80++;
                if (came >= week.low95() && came <= week.high95()) in95++;
                tried++;
            }
        }
        assertThat(error / naive).isLessThan(0.9);
        assertThat((double) in80 / tried).isBetween(0.75, 0.95);
        assertThat((double) in95 / tried).isBetween(0.92, 1.0);
    }

    /** The backtest forecasts each week with what was known then: as the weeks themselves do, one by one. */
    @Test
    void the_backtest_says_what_forecasts_made_week_by_week_would_have_said() {
        ForecastWeek forecast = new ForecastWeek(day -> day.getDayOfWeek().ordinal());
        List<Integer> days = days(new SplittableRandom(7), 2).subList(0, 7 * 30);
        Backtest single = Backtest.NONE;
        for (int back = 8; back >= 1; back--) {
            int end = days.size() - 7 * back;
            int came = days.subList(end, end + 7).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            int naive = days.subList(end - 7, end).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            single = single.plus(Backtest.of(forecast.after(days.subList(0, end), FIRST), naive, came));
        }
        assertThat(forecast.backtest(days, FIRST, 8)).isEqualTo(single);
        assertThat(forecast.backtest(days.subList(0, ForecastWeek.DAYS_MIN), FIRST, 8))
                .isEqualTo(Backtest.NONE);
    }

    @Test
    void a_public_holiday_takes_its_load_out_of_the_week_that_holds_it() {
        LocalDate holiday = FIRST.plusDays(7 * 60 + 2);
        ForecastWeek forecast = new ForecastWeek(
                day -> day.equals(holiday) || day.equals(FIRST.plusDays(100)) || day.equals(FIRST.plusDays(200))
                        ? DayFactors.HOLIDAY
                        : day.getDayOfWeek().ordinal());
        List<Integer> days = new ArrayList<>();
        for (int i = 0; i < 7 * 60; i++) {
            boolean off = i == 100 || i == 200 || FIRST.plusDays(i).getDayOfWeek() == DayOfWeek.SUNDAY;
            days.add(off ? 0 : 20);
        }
        DayFactors factors = DayFactors.learn(
                days,
                FIRST,
                day -> day.equals(holiday) || day.equals(FIRST.plusDays(100)) || day.equals(FIRST.plusDays(200))
                        ? DayFactors.HOLIDAY
                        : day.getDayOfWeek().ordinal());
        assertThat(factors.of(holiday)).isLessThan(0.2);
        assertThat(forecast.after(days, FIRST).mean()).isBetween(95.0, 125.0);
    }

    private static List<Integer> days(SplittableRandom random, double mean) {
        double[] week = {1.2, 1.1, 1.1, 1.1, 1.0, 0.8, 0.7};
        List<Integer> days = new ArrayList<>();
        for (int i = 0; i < DAYS; i++)
            days.add(CountSpread.quantile(mean * week[i % 7] * (1 + 0.3 * Math.sin(i / 60.0)), 1, random.nextDouble()));
        return days;
    }
}

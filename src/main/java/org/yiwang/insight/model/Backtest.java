package org.yiwang.insight.model;

import java.util.Collection;

/**
 * How forecasts made week by week would have fared, each with nothing but what was known then, its method chosen then too.
 *
 * @param forecasts that were compared with what came
 * @param error sum of what they were wrong by, in cases
 * @param naiveError the same of last week's number
 * @param in80 for how many what came lay within the 80 % interval
 * @param in95 within the 95 % interval
 */
public record Backtest(int forecasts, double error, double naiveError, int in80, int in95) {
    public static final Backtest NONE = new Backtest(0, 0, 0, 0, 0);

    static Backtest of(WeekForecast forecast, int naive, int came) {
        return new Backtest(
                1,
                Math.abs(came - forecast.mean()),
                Math.abs(came - naive),
                came >= forecast.low80() && came <= forecast.high80() ? 1 : 0,
                came >= forecast.low95() && came <= forecast.high95() ? 1 : 0);
    }

    Backtest plus(Backtest other) {
        return new Backtest(
                forecasts + other.forecasts,
                error + other.error,
                naiveError + other.naiveError,
                in80 + other.in80,
                in95 + other.in95);
    }

    public static Backtest sum(Collection<Backtest> all) {
        return all.stream().reduce(NONE, Backtest::plus);
    }

    /**
     * Error ÷ that of last week's number on the same weeks; below 1 it is worth having. It is the scaled error of Hyndman and Koehler (2006, International Journal of
     * Forecasting 22, 679–688) with the seasonal naive method as scale, weighted by cases where several categories are summed. 1 where that method made no error.
     */
    public double scaledError() {
        return naiveError == 0 ? 1 : error / naiveError;
    }

    public double share80() {
        return forecasts == 0 ? 0 : (double) in80 / forecasts;
    }

    public double share95() {
        return forecasts == 0 ? 0 : (double) in95 / forecasts;
    }
}

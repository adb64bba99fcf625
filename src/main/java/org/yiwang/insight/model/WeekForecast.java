package org.yiwang.insight.model;

/**
 * The load of the seven days after a day, with its uncertainty.
 *
 * @param method that was chosen, for it erred least on the weeks before
 * @param low80 in four of five weeks the load lies between this and {@code high80}; low95 and high95 likewise in 19 of 20
 * @param error mean absolute error of the method on the weeks before, in cases
 * @param naiveError the same of taking last week's load
 */
public record WeekForecast(
        Method method,
        double mean,
        int low80,
        int high80,
        int low95,
        int high95,
        double dispersion,
        double error,
        double naiveError) {

    /** 上周同数, 加权水平 with weekday and holiday factors, 霍尔特–温特斯. */
    public enum Method {
        SEASONAL_NAIVE,
        WEIGHTED_LEVEL,
        HOLT_WINTERS
    }

    static WeekForecast of(Method method, double mean, double dispersion, double error, double naiveError) {
        return new WeekForecast(
                method,
                mean,
                CountSpread.quantile(mean, dispersion, 0.1),
                CountSpread.quantile(mean, dispersion, 0.9),
                CountSpread.quantile(mean, dispersion, 0.025),
                CountSpread.quantile(mean, dispersion, 0.975),
                dispersion,
                error,
                naiveError);
    }
}

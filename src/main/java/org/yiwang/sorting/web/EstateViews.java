package org.yiwang.sorting.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.sorting.ViewEstates;
import org.yiwang.sorting.model.Check;
import org.yiwang.sorting.model.Measure;
import org.yiwang.sorting.model.Observed.Days;
import org.yiwang.sorting.model.Rate;
import org.yiwang.sorting.model.Share;

/** How well estates sort, as the desk shows it. */
final class EstateViews {
    private EstateViews() {}

    /**
     * @param rate between 0 and 1; missing, as its bounds, where nothing was looked at
     * @param low bound with 95 % certainty, as {@code high}
     * @param enough whether there are checks enough for the rate to be ranked
     */
    @SchemaName("SortingShare")
    record ShareView(
            int checks,
            int looked,
            int correct,
            @Nullable Double rate,
            @Nullable Double low,
            @Nullable Double high,
            boolean enough) {
        static ShareView of(Share share) {
            boolean isKnown = share.isKnown();
            return new ShareView(
                    share.checks(),
                    share.looked(),
                    share.correct(),
                    isKnown ? share.rate() : null,
                    isKnown ? share.interval().low() : null,
                    isKnown ? share.interval().high() : null,
                    share.isEnough());
        }
    }

    /**
     * @param measure beside, overflow or out-of-hours
     * @param pointDays days of points whose devices were heard
     * @param perHundred alarms of a hundred of these; missing where devices were heard too little to tell
     */
    @SchemaName("SortingAlarms")
    record AlarmsView(
            String measure,
            int alarms,
            double pointDays,
            @Nullable Double perHundred) {
        static List<AlarmsView> of(Map<Measure, Rate> alarms) {
            return alarms.entrySet().stream()
                    .map(one -> of(one.getKey(), one.getValue()))
                    .toList();
        }

        private static AlarmsView of(Measure measure, Rate rate) {
            return new AlarmsView(
                    measure.id(), rate.alarms(), rate.pointDays(), rate.isEnough() ? rate.perHundred() : null);
        }
    }

    @SchemaName("SortingMonth")
    record MonthView(String month, ShareView share) {}

    /** @param rank missing where there are too few checks */
    @SchemaName("SortingEstate")
    record EstateView(
            String estate,
            @Nullable String committee,
            int points,
            @Nullable Integer households,
            ShareView share,
            List<MonthView> months,
            List<AlarmsView> alarms,
            @Nullable Integer rank) {
        static EstateView of(ViewEstates.Line line) {
            return new EstateView(
                    line.estate(),
                    line.committee(),
                    line.points(),
                    line.households(),
                    ShareView.of(line.share()),
                    line.months().stream()
                            .map(one -> new MonthView(one.month().toString(), ShareView.of(one.share())))
                            .toList(),
                    AlarmsView.of(line.alarms()),
                    line.rank());
        }
    }

    /** @param checksEnough with {@code lookedEnough} what a rank asks for */
    @SchemaName("SortingEstateList")
    record EstateList(LocalDate from, LocalDate to, int checksEnough, int lookedEnough, List<EstateView> items) {
        static EstateList of(Days days, List<ViewEstates.Line> lines) {
            return new EstateList(
                    days.first(),
                    days.last(),
                    Share.CHECKS_ENOUGH,
                    Share.LOOKED_ENOUGH,
                    lines.stream().map(EstateView::of).toList());
        }
    }

    @SchemaName("SortingPoint")
    record PointView(String point, String label, ShareView share, List<AlarmsView> alarms) {}

    /** @param waste wet, dry, recyclable or hazardous */
    @SchemaName("SortingCounted")
    record CountedView(String waste, int looked, int correct) {}

    /** @param guided whether a guide stood there; missing where nobody said */
    @SchemaName("SortingCheck")
    record CheckView(
            UUID stop,
            String point,
            LocalDate day,
            int looked,
            int correct,
            List<CountedView> counted,
            @Nullable Boolean guided,
            List<String> mixed,
            int photos) {
        static CheckView of(Check check) {
            return new CheckView(
                    check.stop(),
                    check.point(),
                    check.day(),
                    check.looked(),
                    check.correct(),
                    Arrays.stream(Check.Waste.values())
                            .filter(check.counted()::containsKey)
                            .map(waste -> counted(waste, check.counted().getOrDefault(waste, new Check.Counted(0, 0))))
                            .toList(),
                    check.guided(),
                    check.mixed(),
                    check.photos());
        }

        private static CountedView counted(Check.Waste waste, Check.Counted counted) {
            return new CountedView(waste.id(), counted.looked(), counted.correct());
        }
    }

    /** @param checks the latest first */
    @SchemaName("SortingEstateDetail")
    record EstateDetail(
            LocalDate from, LocalDate to, EstateView estate, List<PointView> points, List<CheckView> checks) {
        static EstateDetail of(Days days, ViewEstates.Detail detail) {
            return new EstateDetail(
                    days.first(),
                    days.last(),
                    EstateView.of(detail.line()),
                    detail.points().stream()
                            .map(one -> new PointView(
                                    one.place().point(),
                                    one.place().label(),
                                    ShareView.of(one.share()),
                                    AlarmsView.of(one.alarms())))
                            .toList(),
                    detail.checks().stream().map(CheckView::of).toList());
        }
    }
}

package org.yiwang.sorting.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a trial says.
 *
 * @param until last day that counted
 * @param complete whether all the days that were chosen are over
 */
public record Evaluation(LocalDate until, boolean complete, List<Result> results, List<Warning> warnings) {

    /** What can be concluded of a measure. */
    public enum Verdict {
        /** 更好. Both intervals shut out that nothing changed. */
        BETTER,
        /** 未变差. No change is shown, and one worse than the margin is shut out by both intervals. */
        HOLDS,
        /** 看不出. Neither a change nor its absence. */
        NOT_SHOWN,
        /** 变差. */
        WORSE,
        /** 样本太少. */
        TOO_FEW,
        /** 没有数据. */
        NO_DATA;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param difference null where there is too little to tell; a share's is in parts of one, that of alarms the natural logarithm of the ratio
     * @param changes of every estate
     */
    public record Result(
            Trial.Measured measured,
            Verdict verdict,
            @Nullable Difference difference,
            List<Change> changes) {}

    public record Change(String estate, boolean treated, Level before, Level after) {}

    /**
     * How it stood over some days: a share or a rate of alarms.
     *
     * @param value of a share the part of one, of alarms those of a hundred point-days; null where nothing is known
     * @param sampled bags looked at, or alarms
     * @param checks made, of a share
     * @param pointDays watched, of alarms
     */
    public record Level(
            @Nullable Double value,
            int sampled,
            int checks,
            double pointDays,
            boolean enough,
            @Nullable Double scale) {
        /** Checks before and after that say something of an estate; a share of fewer is too much chance. */
        public static final int CHECKS_ENOUGH = 2;

        static Level of(Share share) {
            Double rate = share.isKnown() ? share.rate() : null;
            return new Level(rate, share.looked(), share.checks(), 0, share.checks() >= CHECKS_ENOUGH, rate);
        }

        static Level of(Rate rate) {
            return new Level(
                    rate.isKnown() ? rate.perHundred() : null,
                    rate.alarms(),
                    0,
                    rate.pointDays(),
                    rate.isEnough(),
                    rate.isEnough() ? rate.log() : null);
        }

        boolean isKnown() {
            return value != null;
        }

        boolean isEnough() {
            return enough;
        }

        static Optional<Double> change(Level before, Level after) {
            return before.scale == null || after.scale == null
                    ? Optional.empty()
                    : Optional.of(after.scale - before.scale);
        }
    }

    /**
     * What makes it less sure.
     *
     * @param number what the kind speaks of: days, per cent, points, checks or measures
     */
    public record Warning(Kind kind, int number) {
        public enum Kind {
            /** Days that are still to come. */
            STILL_RUNNING,
            /** Per cent fewer checks after than before. */
            FEWER_CHECKS,
            /** Points whose guide was put back: what was worst no longer counts, so it looks better than it is. */
            PUT_BACK,
            /** Checks at which a guide stood where none should. */
            GUIDE_SEEN,
            /** No device was heard at all. */
            NO_DEVICES,
            /** Per cent of the point-days in which the devices were silent. */
            SILENT,
            /** Measures that were chosen after the beginning. */
            ADDED_LATER;

            public String id() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }
}

package org.yiwang.indicators.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.indicators.ComputeFigures.Compared;
import org.yiwang.indicators.ComputeFigures.Part;
import org.yiwang.indicators.Indicators.Group;
import org.yiwang.indicators.ListRecords.Found;
import org.yiwang.indicators.model.Figure;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.indicators.model.Indicator.Better;
import org.yiwang.indicators.model.Indicator.Kind;
import org.yiwang.indicators.model.Indicator.Rounding;
import org.yiwang.indicators.model.Indicator.Split;
import org.yiwang.indicators.model.Span;
import org.yiwang.platform.contract.SchemaName;

/** Figures as the desk shows them, in the language of whoever asks. */
final class FigureViews {
    private FigureViews() {}

    /**
     * An indicator in words.
     *
     * @param formula what is counted or divided
     * @param decimals shown behind the point; of a rate, of its per cent
     * @param by what it can be split by; months are always to be had
     */
    @SchemaName("Indicator")
    record IndicatorView(
            String name,
            String title,
            String unit,
            String formula,
            Kind kind,
            Better better,
            int decimals,
            @Nullable RoundingView rounding,
            List<Split> by) {
        static IndicatorView of(Indicator indicator, Locale locale) {
            String language = locale.getLanguage();
            return new IndicatorView(
                    indicator.name(),
                    indicator.title().in(language),
                    indicator.unit().in(language),
                    indicator.formula().in(language),
                    indicator.kind(),
                    indicator.better(),
                    indicator.decimals(),
                    RoundingView.of(indicator.rounding(), language),
                    indicator.by());
        }
    }

    /** How reports round a figure: down to a multiple, with a word behind it that says so. */
    @SchemaName("FigureRounding")
    record RoundingView(int downTo, String word) {
        static @Nullable RoundingView of(@Nullable Rounding rounding, String language) {
            return rounding == null
                    ? null
                    : new RoundingView(rounding.downTo(), rounding.word().in(language));
        }
    }

    /** The indicators of a package. */
    @SchemaName("IndicatorGroup")
    record GroupView(String id, String title, List<IndicatorView> indicators) {
        static GroupView of(Group group, Locale locale) {
            return new GroupView(
                    group.pack().id(),
                    group.pack().name().in(locale.getLanguage()),
                    group.indicators().stream()
                            .map(one -> IndicatorView.of(one, locale))
                            .toList());
        }
    }

    /** @param whole whether the figures are those of the whole sub-district, or of the part that the reader sees */
    @SchemaName("IndicatorList")
    record ListView(List<GroupView> items, boolean whole) {}

    /**
     * A figure of some days.
     *
     * @param value a rate as a share, 0 to 1; missing where there was nothing to divide by
     */
    @SchemaName("FigureOfDays")
    record OfDays(
            LocalDate from,
            LocalDate to,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {
        static OfDays of(Span span, Figure figure) {
            return new OfDays(span.from(), span.to(), figure.value(), figure.numerator(), figure.denominator());
        }
    }

    /** A part of a figure, such as that of one committee or month. */
    @SchemaName("FigurePart")
    record PartView(String key, OfDays figure) {
        static PartView of(Part part) {
            return new PartView(part.key(), OfDays.of(part.span(), part.figure()));
        }
    }

    /** @param parts by the dimension asked for; none where none was */
    @SchemaName("Figure")
    record FigureView(OfDays now, @Nullable OfDays before, List<PartView> parts) {
        static FigureView of(Span span, Compared compared, List<Part> parts) {
            return new FigureView(
                    OfDays.of(span, compared.now()),
                    compared.before() == null
                            ? null
                            : OfDays.of(
                                    compared.before().span(), compared.before().figure()),
                    parts.stream().map(PartView::of).toList());
        }
    }

    /**
     * A record behind a figure.
     *
     * @param kind case, entry or stop
     * @param counts of a rate, whether it counts for it
     * @param register of an entry
     */
    @SchemaName("FigureRecord")
    record RecordView(
            String kind,
            UUID id,
            String label,
            Instant at,
            @Nullable String committee,
            @Nullable String unit,
            @Nullable Boolean counts,
            @Nullable String register) {
        static RecordView of(Found found) {
            return new RecordView(
                    found.kind(),
                    found.id(),
                    found.label(),
                    found.at(),
                    found.committee(),
                    found.unit(),
                    found.counts(),
                    found.register());
        }
    }

    /** @param total on all pages */
    @SchemaName("FigureRecords")
    record RecordPage(List<RecordView> items, long total) {}
}

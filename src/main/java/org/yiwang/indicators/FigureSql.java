package org.yiwang.indicators;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.indicators.model.Figure;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.indicators.model.Indicator.Kind;
import org.yiwang.indicators.model.Indicator.Split;
import org.yiwang.indicators.model.Span;

/** What is asked around the selects of an indicator: rows are added up, as a whole or by a dimension; records are narrowed and counted. */
final class FigureSql {
    /** Parts of a figure; committees, units and months are far fewer. */
    static final int PARTS_MAX = 500;
    /** What stands before a package's own select, in its own line, so that places in it can be found again. */
    static final String BEFORE = " from (\n";

    static final String AFTER = "\n) f";

    private FigureSql() {}

    static String whole(Indicator indicator, Span span, Instant now) {
        return "select " + sums(indicator) + BEFORE + indicator.figure().of(span, now) + AFTER;
    }

    static String by(Indicator indicator, Split split, Span span, Instant now) {
        String key = split == Split.MONTH ? "to_char(f.month, 'YYYY-MM')" : "f." + split.id() + "::text";
        return "select " + sums(indicator) + ", " + key + " as key" + BEFORE
                + indicator.figure().of(span, now) + AFTER + " group by 3 order by 3 limit " + PARTS_MAX;
    }

    private static String sums(Indicator indicator) {
        return indicator.isRatio() ? "sum(f.numerator), sum(f.denominator)" : "sum(f.value), null::numeric";
    }

    /** Reads a row of {@link #whole} or {@link #by}. */
    static Figure figure(Indicator indicator, ResultSet row) throws SQLException {
        BigDecimal first = row.getBigDecimal(1);
        return indicator.isRatio() ? Figure.ratio(first, row.getBigDecimal(2)) : Figure.sum(first);
    }

    /**
     * Which records are listed.
     *
     * @param counts of a rate, only those that count for it, or only those that do not
     */
    record Narrowed(
            @Nullable String committee,
            @Nullable String unit,
            @Nullable Boolean counts) {
        static final Narrowed NOT = new Narrowed(null, null, null);
    }

    static String records(Indicator indicator, Span span, Instant now, Narrowed narrowed, int rows, int skipped) {
        return "select f.*, count(*) over () as in_all" + BEFORE
                + indicator.records().of(span, now) + AFTER + where(narrowed) + " order by f.at desc, f.id limit "
                + rows + " offset " + skipped;
    }

    /** How many records there are, and of a rate how many of them count. */
    static String tally(Indicator indicator, Span span, Instant now) {
        String counting = indicator.kind() == Kind.RATE ? "count(*) filter (where f.counts)" : "null::bigint";
        return "select count(*), " + counting + BEFORE + indicator.records().of(span, now) + AFTER;
    }

    private static String where(Narrowed narrowed) {
        List<String> conditions = new java.util.ArrayList<>();
        if (narrowed.committee() != null) conditions.add("f.committee = " + literal(narrowed.committee()));
        if (narrowed.unit() != null) conditions.add("f.unit = " + literal(narrowed.unit()));
        if (narrowed.counts() != null) conditions.add(narrowed.counts() ? "f.counts" : "f.counts is not true");
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** Ids of units are letters, digits and "-" (ReadPack); anything else finds nothing. */
    private static String literal(String id) {
        return "'" + id.replaceAll("[^0-9A-Za-z-]", "") + "'";
    }
}

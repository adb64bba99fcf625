package org.yiwang.indicators.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Words;

/**
 * A figure as a package defines it.
 *
 * @param name of its file, unique within the package
 * @param unit what is counted; "%" of a rate
 * @param formula what is counted or divided, in words
 * @param decimals shown behind the point; of a rate, of its per cent
 * @param by what it can be split by
 * @param order among the package's figures, smaller first
 * @param figure answers {@code value}, or {@code numerator} and {@code denominator}, in any number of rows that are added up
 * @param records answers what is behind the figure, one row a record
 */
public record Indicator(
        String packageId,
        String name,
        Words title,
        Words unit,
        Words formula,
        Kind kind,
        Better better,
        int decimals,
        @Nullable Rounding rounding,
        List<Split> by,
        int order,
        Statement figure,
        Statement records) {

    public enum Kind {
        /** A number of records: its list has exactly as many. */
        COUNT,
        /** A share of records, in per cent. */
        RATE,
        /** Any other number: a sum, or an average where it has a denominator. */
        NUMBER;

        public static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which way is good news. */
    public enum Better {
        UP,
        DOWN,
        NEITHER;

        public static Better of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A dimension; the select has a column of its name. */
    public enum Split {
        COMMITTEE,
        UNIT,
        /** A day of the month that the row belongs to. */
        MONTH;

        public static Split of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How reports round it: down to a multiple, with a word that says so, such as 余.
     *
     * @param downTo such as 10
     */
    public record Rounding(int downTo, Words word) {}

    public static List<String> ids(Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    public boolean isRatio() {
        return kind == Kind.RATE || (kind == Kind.NUMBER && figure.names().contains("denominator"));
    }
}

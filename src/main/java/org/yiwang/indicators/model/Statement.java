package org.yiwang.indicators.model;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/**
 * One select of a package, taken apart sign by sign and found to hold nothing but what may stand there ({@link ReadStatement}). Only such a text ever reaches the
 * database.
 *
 * @param line of its first sign in the file, counted from 1
 * @param pieces text, and between two of them a parameter
 * @param parameters those between the pieces, one less
 * @param names every name in it, in small letters
 */
public record Statement(String file, int line, List<String> pieces, List<String> parameters, Set<String> names) {
    /** The first and the last day of the period, and the moment at which is asked. */
    public static final List<String> PARAMETERS = List.of("from", "to", "now");

    /** The select for a period: each parameter stands in it as a literal, so that the database plans for these very days. */
    public String of(Span span, Instant now) {
        StringBuilder sql = new StringBuilder(pieces.getFirst());
        for (int i = 0; i < parameters.size(); i++)
            sql.append(literal(parameters.get(i), span, now)).append(pieces.get(i + 1));
        return sql.toString();
    }

    private static String literal(String parameter, Span span, Instant now) {
        return switch (parameter) {
            case "from" -> "date '" + span.from() + "'";
            case "to" -> "date '" + span.to() + "'";
            case "now" -> "timestamptz '" + DateTimeFormatter.ISO_INSTANT.format(now) + "'";
            default -> throw new IllegalArgumentException(parameter);
        };
    }
}

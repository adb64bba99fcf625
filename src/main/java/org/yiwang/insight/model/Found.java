package org.yiwang.insight.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What one night's analysis found, with everything that explains it.
 *
 * @param key what makes it the same thing tomorrow: the record, the caller, the corner; empty where cells do
 * @param label what people call it: the record's name, an address; empty where cells say it
 * @param cells codes, in order
 * @param from first day of the window; {@code to}, its last
 * @param expected how many cases chance alone would bring
 * @param score Gi*, logarithm of the likelihood ratio, or growth a week, by kind
 * @param p chance of so much or more; {@code q}, the same held against all tests of the night
 * @param cases in it, the latest first
 */
public record Found(
        Kind kind,
        String category,
        String key,
        String label,
        List<String> cells,
        LocalDate from,
        LocalDate to,
        int observed,
        double expected,
        double score,
        double p,
        double q,
        List<UUID> cases) {}

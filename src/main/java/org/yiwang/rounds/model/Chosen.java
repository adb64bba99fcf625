package org.yiwang.rounds.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the records of a campaign are chosen: by their keys, or by what the register's search finds; absent parts do not narrow.
 *
 * @param fields values by the names of the register's fields
 * @param where a rule over {@code record.*}
 */
public record Chosen(
        @Nullable List<String> keys,
        @Nullable String text,
        @Nullable String committee,
        @Nullable Map<String, String> fields,
        @Nullable String where) {}

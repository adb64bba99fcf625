package org.yiwang.registry.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that was handed in for a register.
 *
 * @param file its name
 * @param heading titles of its columns, by their place from 0
 */
public record SheetImport(
        UUID id,
        String register,
        String file,
        State state,
        String byId,
        String byName,
        Instant at,
        @Nullable Instant appliedAt,
        @Nullable Instant undoneAt,
        SortedMap<Integer, String> heading,
        Counts counts) {

    /** Until it is applied, nothing is changed. */
    public enum State {
        PENDING,
        APPLIED,
        UNDONE,
        DROPPED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** How many rows do what; {@code empty} ones lie between or after them. */
    public record Counts(int inserted, int changed, int unchanged, int rejected, int empty) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }
}

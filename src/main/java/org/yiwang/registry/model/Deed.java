package org.yiwang.registry.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Staff;

/**
 * Who changes entries, when, and on the strength of what.
 *
 * @param sheet the import that it belongs to
 */
public record Deed(
        String actor, String name, Source source, @Nullable UUID sheet, Instant at) {

    /** What a change rests on: somebody's own hand, a sheet, or taking a sheet back. */
    public enum Source {
        HAND,
        IMPORT,
        UNDO;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is done with an entry. */
    public enum Act {
        INSERT,
        CHANGE,
        CONFIRM,
        RETIRE,
        RESTORE,
        DELETE;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Deed byHand(Staff staff, Instant at) {
        return new Deed(staff.id().toString(), staff.name(), Source.HAND, null, at);
    }

    public static Deed ofSheet(Staff staff, UUID sheet, Source source, Instant at) {
        return new Deed(staff.id().toString(), staff.name(), source, sheet, at);
    }
}

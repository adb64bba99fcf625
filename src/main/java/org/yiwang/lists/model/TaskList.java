package org.yiwang.lists.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.MatterScope;

/**
 * A list of items.
 *
 * @param matter which cases a special supervision looks at; without categories for other lists
 * @param to last day of what it covers; missing for a list that goes on
 */
public record TaskList(
        UUID id,
        ListKind kind,
        String title,
        String note,
        LocalDate from,
        @Nullable LocalDate to,
        MatterScope matter,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt) {
    public static final int TITLE_CHARACTERS_MAX = 60;
    public static final int NOTE_CHARACTERS_MAX = 1_000;
    public static final int MATTER_MAX = 50;
}

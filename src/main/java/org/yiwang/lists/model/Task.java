package org.yiwang.lists.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;

/**
 * What is to be done, by whom, until when, and how one will see that it was.
 *
 * @param unit that answers for it (牵头单位)
 * @param person of that unit, where one is named
 * @param helpers units that take part (配合单位)
 * @param due the last day; it is kept until that day ends
 * @param proof what shows that it is done, in words
 * @param photos how many have to be handed in at least
 */
public record Task(
        String title,
        String text,
        UnitId unit,
        @Nullable UUID person,
        List<UnitId> helpers,
        LocalDate due,
        String proof,
        int photos) {
    public static final int TITLE_CHARACTERS_MAX = 80;
    public static final int TEXT_CHARACTERS_MAX = 2_000;
    public static final int PHOTOS_MAX = 10;
    public static final int HELPERS_MAX = 20;

    Task until(LocalDate day) {
        return new Task(title, text, unit, person, helpers, day, proof, photos);
    }
}

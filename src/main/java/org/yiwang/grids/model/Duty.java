package org.yiwang.grids.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter that somebody answers for.
 *
 * @param categories beginnings of category codes, such as {@code E05}; none where the matter is no case
 */
public record Duty(String name, @Nullable String nameEn, List<String> categories) {
    /** What {@link #closeness} says of a category that is not meant. */
    public static final int NOT = -1;

    public Duty {
        categories = List.copyOf(categories);
    }

    /** Length of the longest beginning that fits: the longer, the more this category and no other is meant. */
    public int closeness(String category) {
        return categories.stream()
                .filter(category::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(NOT);
    }

    /** Whether some category is meant by both. */
    public boolean meets(Duty other) {
        return categories.stream().anyMatch(mine -> other.categories.stream()
                .anyMatch(theirs -> mine.startsWith(theirs) || theirs.startsWith(mine)));
    }
}

package org.yiwang.grids.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a grid.
 *
 * @param staff the account, where the person has one here
 */
public record Holder(
        @Nullable UUID staff, String name, @Nullable String nameEn) {

    /** The same for the same person: people without an account are told apart by name. */
    public String key() {
        return staff == null ? name : staff.toString();
    }
}

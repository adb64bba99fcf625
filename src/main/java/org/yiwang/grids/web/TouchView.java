package org.yiwang.grids.web;

import org.jspecify.annotations.Nullable;
import org.yiwang.grids.model.Touch;
import org.yiwang.platform.contract.SchemaName;

/**
 * A cell that would fall to somebody else.
 *
 * @param before and {@code after}: the grid and its person; missing for nobody
 */
@SchemaName("GridTouch")
record TouchView(
        String cell,
        String department,
        @Nullable Part before,
        @Nullable Part after,
        boolean open) {

    @SchemaName("GridPart")
    record Part(String grid, String name, String holder) {}

    static TouchView of(Touch touch, GridWords words) {
        return new TouchView(
                touch.cell(),
                touch.department(),
                part(touch.before(), words),
                part(touch.after(), words),
                touch.open());
    }

    private static @Nullable Part part(Touch.@Nullable Held held, GridWords words) {
        return held == null
                ? null
                : new Part(held.grid(), words.pick(held.name(), held.nameEn()), words.of(held.holder()));
    }
}

package org.yiwang.grids.web;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiwang.grids.model.Department;
import org.yiwang.grids.model.Duty;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Holder;
import org.yiwang.territory.Cell;

/** Names in the reader's language; where there is none, in Chinese. */
record GridWords(boolean english) {
    static GridWords of(Locale locale) {
        return new GridWords(locale.getLanguage().equals("en"));
    }

    String of(Department department) {
        return pick(department.name(), department.nameEn());
    }

    String of(Grid grid) {
        return pick(grid.name(), grid.nameEn());
    }

    String of(Holder holder) {
        return pick(holder.name(), holder.nameEn());
    }

    String of(Duty duty) {
        return pick(duty.name(), duty.nameEn());
    }

    String of(Cell cell) {
        return pick(cell.name(), cell.nameEn());
    }

    String pick(String name, @Nullable String nameEn) {
        return english ? Objects.requireNonNullElse(nameEn, name) : name;
    }
}

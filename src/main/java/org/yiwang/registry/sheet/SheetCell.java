package org.yiwang.registry.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What is written into a cell. */
public sealed interface SheetCell {
    int DIGITS_KEPT = 15;

    record Empty() implements SheetCell {}

    /** Text, whatever it looks like. */
    record Text(String text) implements SheetCell {}

    record Figure(double value) implements SheetCell {}

    record Day(LocalDate day) implements SheetCell {}

    record Moment(LocalDateTime at) implements SheetCell {}

    /** As a person reads it in the sheet. */
    default String shown() {
        return switch (this) {
            case Empty() -> "";
            case Text(String text) -> text;
            case Figure(double value) -> CellReader.plain(BigDecimal.valueOf(value));
            case Day(LocalDate day) -> day.toString();
            case Moment(LocalDateTime at) -> at.toString().replace('T', ' ');
        };
    }
}

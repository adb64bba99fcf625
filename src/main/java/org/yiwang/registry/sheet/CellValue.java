package org.yiwang.registry.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** What stands in a cell of a sheet; of a formula, what it last came to. An empty cell has no value. */
public sealed interface CellValue {

    /** Text as it was typed, without blanks around it; never empty. */
    record Text(String text) implements CellValue {}

    /**
     * A number.
     *
     * @param shown as the sheet shows it: 00123 where the cell's format fills up with zeros
     * @param isExact false where the sheet keeps fewer digits than were typed (more than 15)
     */
    record Figure(BigDecimal value, String shown, boolean isExact) implements CellValue {}

    /** A number that the sheet shows as a day or a time. */
    record Moment(LocalDateTime at, String shown) implements CellValue {}

    record Truth(boolean value) implements CellValue {}

    /**
     * An error such as {@code #N/A}, or a formula that was never calculated.
     *
     * @param sign as the sheet shows it
     */
    record Broken(String sign) implements CellValue {}

    /** As a person would read it in the sheet. */
    default String shown() {
        return switch (this) {
            case Text(String text) -> text;
            case Figure number -> number.shown();
            case Moment moment -> moment.shown();
            case Truth(boolean value) -> value ? "TRUE" : "FALSE";
            case Broken(String sign) -> sign;
        };
    }
}

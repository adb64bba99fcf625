package org.yiwang.assessment.web;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.yiwang.assessment.model.Board;
import org.yiwang.platform.Refusal;

/** What stands in addresses, read with refusals that say how it is written. */
final class Months {
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2100;

    private Months() {}

    static YearMonth of(String field, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= YEAR_MIN && month.getYear() <= YEAR_MAX) return month;
        } catch (DateTimeParseException e) {
            // Told below, like a month out of reach.
        }
        throw Refusal.invalid(field, "assessment.month", text.substring(0, Math.min(20, text.length())))
                .exception();
    }

    static Board board(String text) {
        for (Board board : Board.values()) if (board.id().equals(text)) return board;
        throw Refusal.invalid("board", "assessment.board").exception();
    }
}

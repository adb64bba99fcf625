package org.yiwang.worktime;

import java.time.Duration;
import java.time.LocalDate;

/** What a day contributes to a limit. Neighbouring days with equal notes are told in one line. */
sealed interface DayNote {
    /** Nothing, and why. */
    record Idle(String why) implements DayNote {}

    /** All its working hours. */
    record Whole(boolean makeUp) implements DayNote {}

    /** One working day of a limit in working days. */
    record Numbered(boolean makeUp) implements DayNote {}

    /** Some of its hours, told piece by piece. */
    record Part(String pieces, Duration counted) implements DayNote {}

    /** Neighbouring days with one note. */
    record Run(LocalDate first, LocalDate last, DayNote note) {
        boolean continuesWith(DayNote next) {
            return !(next instanceof Part) && next.equals(note);
        }

        Run until(LocalDate day) {
            return new Run(first, day, note);
        }

        int days() {
            return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        }
    }
}

package org.yiwang.worktime;

import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The working hours of one working day, in seconds after midnight. */
final class DayHours {
    static final int DAY_SECONDS = 86_400;
    private static final Pattern SHIFT = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    private final int[] from;
    private final int[] to;
    private final int seconds;

    private DayHours(int[] from, int[] to) {
        this.from = from;
        this.to = to;
        int sum = 0;
        for (int shift = 0; shift < from.length; shift++) sum += to[shift] - from[shift];
        this.seconds = sum;
    }

    /** @throws IllegalArgumentException naming the cure, when a shift is not readable or they overlap */
    static DayHours parse(List<String> shifts) {
        if (shifts.isEmpty()) throw new IllegalArgumentException("there is no shift. Write at least one.");
        int[] from = new int[shifts.size()];
        int[] to = new int[shifts.size()];
        for (int shift = 0; shift < from.length; shift++) {
            Matcher ends = SHIFT.matcher(shifts.get(shift));
            if (!ends.matches()) throw unreadable(shifts.get(shift));
            from[shift] = second(ends.group(1));
            to[shift] = second(ends.group(2));
            int free = shift == 0 ? 0 : to[shift - 1];
            if (from[shift] < free || to[shift] <= from[shift]) throw unordered(shifts);
        }
        return new DayHours(from, to);
    }

    private static int second(String time) {
        if (time.equals("24:00")) return DAY_SECONDS;
        try {
            return LocalTime.parse(time).toSecondOfDay();
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(time + " is not a time of day. Write 00:00 to 24:00.", e);
        }
    }

    private static IllegalArgumentException unreadable(String shift) {
        return new IllegalArgumentException(shift + " is not a shift. Write it like 09:00-12:00.");
    }

    private static IllegalArgumentException unordered(List<String> shifts) {
        return new IllegalArgumentException(shifts + " overlap or run backwards. Put them in order of time.");
    }

    /** Working time of a whole day. */
    int seconds() {
        return seconds;
    }

    int shifts() {
        return from.length;
    }

    int opening(int shift) {
        return from[shift];
    }

    int closing(int shift) {
        return to[shift];
    }

    boolean contains(long second) {
        for (int shift = 0; shift < from.length; shift++) {
            if (second >= from[shift] && second < to[shift]) return true;
        }
        return false;
    }

    /** How much of the day's working time lies before this second. */
    int workedBefore(long second) {
        int worked = 0;
        for (int shift = 0; shift < from.length; shift++) {
            worked += Math.clamp(second - from[shift], 0, to[shift] - from[shift]);
        }
        return worked;
    }

    /** The first second by which so much has been worked; at the end of a shift, not at the beginning of the next. */
    int earliestAfter(long worked) {
        long left = worked;
        for (int shift = 0; shift < from.length; shift++) {
            int length = to[shift] - from[shift];
            if (left <= length) return (int) (from[shift] + left);
            left -= length;
        }
        throw new IllegalArgumentException("A working day has only %d seconds, not %d".formatted(seconds, worked));
    }

    /** The last second by which no more than so much has been worked; at the beginning of a shift, not at the end of the one before. */
    int latestAfter(long worked) {
        long left = worked;
        for (int shift = 0; shift < from.length; shift++) {
            int length = to[shift] - from[shift];
            if (left < length) return (int) (from[shift] + left);
            left -= length;
        }
        throw new IllegalArgumentException("A working day ends after %d seconds, not %d".formatted(seconds, worked));
    }
}

package org.yiwang.casework;

import org.jspecify.annotations.Nullable;

/** A telephone number as people write it. */
public final class Telephone {
    private static final int CHARACTERS_MAX = 30;
    private static final int DIGITS_MIN = 3;
    private static final int DIGITS_MAX = 20;
    private static final int MOBILE_DIGITS = 11;
    private static final int SHOWN_START = 3;
    private static final int SHOWN_END = 4;
    private static final int SHORT_SHOWN_END = 2;

    private Telephone() {}

    /** Whether it can be a number: some digits, with spaces, signs or an extension between them. */
    public static boolean isOne(String written) {
        long digits = written.chars().filter(Character::isDigit).count();
        return written.length() <= CHARACTERS_MAX && digits >= DIGITS_MIN && digits <= DIGITS_MAX;
    }

    /** What is the same however the number is written: its digits, without China's country code; null where some are hidden. */
    public static @Nullable String digits(@Nullable String written) {
        if (written == null || written.contains("*")) return null;
        StringBuilder digits = new StringBuilder();
        written.chars().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        String all = digits.toString().replaceFirst("^(00)?86(?=1\\d{10}$)", "");
        return all.isEmpty() ? null : all;
    }

    /** The number with its middle hidden: 138****1234; of a shorter one only the end is shown. */
    public static @Nullable String masked(@Nullable String written) {
        if (written == null) return null;
        int length = written.length();
        if (length >= MOBILE_DIGITS)
            return written.substring(0, SHOWN_START) + "****" + written.substring(length - SHOWN_END);
        return length > 2 * SHORT_SHOWN_END ? "****" + written.substring(length - SHORT_SHOWN_END) : "****";
    }
}

package org.yiwang.registry.sheet;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would take for a formula. They leave with an apostrophe in front, so that nobody's machine reckons what a stranger wrote, and come
 * back without it.
 */
public final class FormulaStart {
    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\\t\\r]");
    private static final Pattern DISARMED = Pattern.compile("'+[=+\\-@\\t\\r]");

    private FormulaStart() {}

    static String disarm(String text) {
        return DANGEROUS.matcher(text).lookingAt() ? "'" + text : text;
    }

    static String restore(String text) {
        return DISARMED.matcher(text).lookingAt() ? text.substring(1) : text;
    }
}

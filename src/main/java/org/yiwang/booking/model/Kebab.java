package org.yiwang.booking.model;

import java.util.Locale;

/** Names of constants as data writes them: {@code NO_SHOW} is {@code no-show}. */
final class Kebab {
    private Kebab() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String constant(String id) {
        return id.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}

package org.yiwang.casework.model;

import java.util.Locale;

/** The spelling of enum constants in data and JSON: RETURN_ASKED is {@code return-asked}. */
final class Kebab {
    private Kebab() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String constant(String id) {
        return id.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}

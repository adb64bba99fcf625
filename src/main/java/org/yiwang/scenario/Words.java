package org.yiwang.scenario;

import java.util.Map;

/**
 * What a person reads in a package, in every language that it has.
 *
 * @param others by language, such as {@code en}; a language without an own text shows the Chinese
 */
public record Words(String zh, Map<String, String> others) {

    public static Words of(String zh) {
        return new Words(zh, Map.of());
    }

    public String in(String language) {
        return others.getOrDefault(language, zh);
    }

    public String en() {
        return in("en");
    }
}

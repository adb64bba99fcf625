package org.yiwang.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The names that a rule may use, each with its type; a name may have parts, such as {@code answers.level}. */
public record Scope(Map<String, Type> names) {
    public static final Scope EMPTY = new Scope(Map.of());

    public Scope {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    public Scope with(String name, Type type) {
        return and(new Scope(Map.of(name, type)));
    }

    public Scope and(Scope other) {
        Map<String, Type> all = new LinkedHashMap<>(names);
        all.putAll(other.names);
        return new Scope(all);
    }

    Optional<Type> type(String name) {
        return Optional.ofNullable(names.get(name));
    }

    String known() {
        return names.isEmpty() ? "–" : String.join(", ", names.keySet());
    }
}

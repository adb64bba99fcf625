package org.yiwang.registry.model;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The one text that names an entry within its register: the values of its key fields, the parts of a compound key joined by a slash. */
public final class EntryKey {
    public static final int CHARACTERS_MAX = 200;
    private static final String SEPARATOR = "/";
    /** A slash within a part would make two keys look like one. */
    private static final String WIDE_SLASH = "\uFF0F";

    private EntryKey() {}

    /** Empty where one of the key fields has no value. */
    public static Optional<String> of(Register register, JsonNode data) {
        boolean whole = register.key().stream()
                .allMatch(field -> data.hasNonNull(field) && !text(data, field).isEmpty());
        if (!whole) return Optional.empty();
        if (register.key().size() == 1)
            return Optional.of(text(data, register.key().getFirst()));
        Stream<String> parts =
                register.key().stream().map(field -> text(data, field).replace(SEPARATOR, WIDE_SLASH));
        return Optional.of(parts.collect(Collectors.joining(SEPARATOR)));
    }

    private static String text(JsonNode data, String field) {
        JsonNode value = data.path(field);
        if (value.isNumber()) return value.decimalValue().stripTrailingZeros().toPlainString();
        return value.asString("").strip();
    }
}

package org.yiwang.sensing.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Words;

/**
 * A value that a message carries.
 *
 * @param pointer where it stands in the payload (RFC 6901)
 * @param unit in words; null where there is none
 * @param min least value of a number, least length of a text
 * @param max greatest value of a number, greatest length of a text
 * @param choices of a choice
 */
public record ValueField(
        String name,
        Words title,
        Type type,
        String pointer,
        boolean required,
        @Nullable Words unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<Choice> choices) {

    public record Choice(String code, Words title) {}

    /** What a value is. */
    public enum Type {
        NUMBER("number"),
        WHOLE("whole"),
        TRUTH("truth"),
        TEXT("text"),
        CHOICE("choice");

        private final String id;

        Type(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}

package org.yiwang.scenario.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What a field takes, and with it how it is drawn and which keywords it may have beside {@code type}, {@code title} and {@code description}. */
public enum Kind {
    LINE("minLength", "maxLength", "x-personal"),
    TEXT("minLength", "maxLength", "x-personal", "x-widget"),
    NUMBER("minimum", "maximum", "x-unit", "x-opens", "x-computed", "x-at-most"),
    INTEGER("minimum", "maximum", "x-unit", "x-opens", "x-computed", "x-at-most"),
    DATE("format"),
    MOMENT("format"),
    YES_NO,
    CHOICE("oneOf", "x-computed"),
    CHOICES("items", "uniqueItems", "minItems", "maxItems"),
    PHOTOS("items", "maxItems", "x-widget"),
    PLACE("items", "minItems", "maxItems", "x-widget"),
    RECORD("x-register");

    private final List<String> keywords;

    Kind(String... keywords) {
        this.keywords = List.of(keywords);
    }

    List<String> keywords() {
        return keywords;
    }

    boolean isList() {
        return this == CHOICES || this == PHOTOS || this == PLACE;
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Kind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package org.yiwang.scenario.form;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.scenario.Words;

/**
 * A field as the screens draw it.
 *
 * @param shown when it is asked: where all tests hold, or not all of them
 * @param required when it must be answered: where one of the conditions holds
 * @param computed whether the server gives the value; nobody is asked
 * @param atMost of a number: the name of another one that it may not exceed
 * @param min least characters, entries or value
 * @param max most characters, entries or value
 */
public record FormField(
        String name,
        Kind kind,
        Said title,
        @Nullable Said hint,
        Condition shown,
        List<Condition> required,
        List<FormChoice> choices,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Said unit,
        @Nullable String register,
        @Nullable String atMost,
        boolean computed,
        boolean personal) {

    /** Words in both languages of the screens. */
    @SchemaName("FormWords")
    public record Said(String zh, String en) {
        static @Nullable Said of(@Nullable Words words) {
            return words == null ? null : new Said(words.zh(), words.en());
        }
    }

    /** One of the answers of a list. */
    public record FormChoice(String value, String zh, String en) {}

    static FormField of(Field field) {
        return new FormField(
                field.name(),
                field.kind(),
                new Said(field.title().zh(), field.title().en()),
                Said.of(field.hint()),
                field.shown(),
                field.required(),
                field.choices().stream()
                        .map(choice -> new FormChoice(
                                choice.value(),
                                choice.title().zh(),
                                choice.title().en()))
                        .toList(),
                field.bounds().min(),
                field.bounds().max(),
                Said.of(field.unit()),
                field.register(),
                field.atMost(),
                field.computed() != null,
                field.personal());
    }
}

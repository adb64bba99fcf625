package org.yiwang.sensing.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Words;

/**
 * What a kind of device can be asked to do.
 *
 * @param expires how long it is worth something after it was decided
 * @param release the order that takes it back; null where nothing needs to be
 * @param byHand whether people may give it; never what needs to be taken back
 * @param arguments what it says
 */
public record OrderKind(
        String id, Words name, Duration expires, @Nullable String release, boolean byHand, List<ValueField> arguments) {

    public OrderKind {
        arguments = List.copyOf(arguments);
    }

    /** What is wrong with them, if anything: the name of the first that is missing, unknown, of another type or out of bounds. */
    public Optional<String> fault(Map<String, String> given) {
        for (String name : given.keySet())
            if (arguments.stream().noneMatch(field -> field.name().equals(name))) return Optional.of(name);
        for (ValueField field : arguments) {
            String text = given.get(field.name());
            if (text == null ? field.required() : value(field, text) == null) return Optional.of(field.name());
        }
        return Optional.empty();
    }

    /** As they are sent: numbers as numbers, truths as truths. */
    public SortedMap<String, Object> values(Map<String, String> given) {
        SortedMap<String, Object> values = new TreeMap<>();
        for (ValueField field : arguments) {
            String text = given.get(field.name());
            Object value = text == null ? null : value(field, text);
            if (value != null) values.put(field.name(), value);
        }
        return values;
    }

    private static @Nullable Object value(ValueField field, String text) {
        return switch (field.type()) {
            case NUMBER -> number(field, text);
            case WHOLE -> {
                BigDecimal number = number(field, text);
                yield number == null || number.stripTrailingZeros().scale() > 0 ? null : number.toBigInteger();
            }
            case TRUTH -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
            case TEXT -> isWithin(field, BigDecimal.valueOf(text.length())) && isPlain(text) ? text : null;
            case CHOICE -> field.choices().stream().anyMatch(one -> one.code().equals(text)) ? text : null;
        };
    }

    private static @Nullable BigDecimal number(ValueField field, String text) {
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,6})?")) return null;
        BigDecimal number = new BigDecimal(text);
        return isWithin(field, number) ? number : null;
    }

    private static boolean isWithin(ValueField field, BigDecimal number) {
        return (field.min() == null || number.compareTo(field.min()) >= 0)
                && (field.max() == null || number.compareTo(field.max()) <= 0);
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(sign -> sign < ' ' || Character.isSurrogate((char) sign));
    }
}

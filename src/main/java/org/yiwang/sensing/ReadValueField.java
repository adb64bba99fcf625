package org.yiwang.sensing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.Texts;
import org.yiwang.scenario.Words;
import org.yiwang.sensing.model.ValueField;
import org.yiwang.sensing.model.ValueField.Choice;
import org.yiwang.sensing.model.ValueField.Type;

/** Reads the values that a message of {@code devices/*.yaml} carries. */
record ReadValueField(Texts texts, Faults faults) {
    static final int TEXT_CHARACTERS_MAX = 2_000;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*){1,8}");
    private static final Pattern CHOICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,39}");
    private static final int TITLE_CHARACTERS_MAX = 40;
    private static final int POINTER_CHARACTERS_MAX = 120;
    private static final int VALUES_MAX = 40;
    private static final int CHOICES_MAX = 60;

    List<ValueField> all(MappingReader message, String path) {
        return all(message, "values", path);
    }

    /** @param key under which they stand */
    List<ValueField> all(MappingReader message, String key, String path) {
        List<ValueField> values = new ArrayList<>();
        var given = message.entries(key);
        if (given.size() > VALUES_MAX) faults.fault(message.spot(key), "sensing.too-many", key, VALUES_MAX);
        given.forEach((name, entry) -> {
            if (!NAME.matcher(name).matches()) faults.fault(entry.spot(), "sensing.bad-id", name);
            values.add(value(name, path + "." + key + "." + name, entry.value()));
        });
        return List.copyOf(values);
    }

    private ValueField value(String name, String path, Node node) {
        MappingReader read =
                new MappingReader(node, faults, "title", "type", "at", "optional", "unit", "min", "max", "choices");
        String id =
                read.oneOf("type", Arrays.stream(Type.values()).map(Type::id).toList());
        Type type = Arrays.stream(Type.values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        String title = read.text("title", TITLE_CHARACTERS_MAX);
        Optional<String> unit = read.optionalText("unit", TITLE_CHARACTERS_MAX);
        List<Choice> choices = choices(read, type, path);
        return new ValueField(
                name,
                title.isEmpty() ? Words.of(title) : texts.words(title, path, read.spot("title"), faults),
                type,
                pointer(read, "at").orElse("/" + name),
                !read.flag("optional"),
                unit.map(zh -> texts.words(zh, path + ".unit", read.spot("unit"), faults))
                        .orElse(null),
                bound(read, "min", type),
                bound(read, "max", type),
                choices);
    }

    private List<Choice> choices(MappingReader read, Type type, String path) {
        List<Choice> choices = new ArrayList<>();
        read.entries("choices").forEach((code, entry) -> {
            String zh = entry.value() instanceof Scalar scalar ? scalar.text().strip() : "";
            if (zh.isEmpty() || !CHOICE.matcher(code).matches() || code.equals("title") || code.equals("unit"))
                faults.fault(entry.spot(), "sensing.bad-choice", code);
            else choices.add(new Choice(code, texts.words(zh, path + "." + code, entry.spot(), faults)));
        });
        if ((type == Type.CHOICE) == choices.isEmpty() || choices.size() > CHOICES_MAX)
            faults.fault(read.spot("choices"), "sensing.choices", CHOICES_MAX);
        return List.copyOf(choices);
    }

    private @Nullable BigDecimal bound(MappingReader read, String key, Type type) {
        Node node = read.node(key).orElse(null);
        if (node == null)
            return type == Type.TEXT && key.equals("max") ? BigDecimal.valueOf(TEXT_CHARACTERS_MAX) : null;
        BigDecimal number = node instanceof Scalar scalar ? scalar.number() : null;
        boolean bounded = type == Type.NUMBER || type == Type.WHOLE || type == Type.TEXT;
        boolean tooLong = type == Type.TEXT
                && number != null
                && (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(TEXT_CHARACTERS_MAX)) > 0);
        if (number == null || !bounded || tooLong)
            faults.fault(node.spot(), "sensing.bad-bound", key, TEXT_CHARACTERS_MAX);
        return number;
    }

    /** A JSON pointer (RFC 6901), at most eight levels deep. */
    Optional<String> pointer(MappingReader read, String key) {
        return read.optionalText(key, POINTER_CHARACTERS_MAX).map(text -> {
            if (!POINTER.matcher(text).matches()) faults.fault(read.spot(key), "sensing.bad-pointer", text);
            return text;
        });
    }
}

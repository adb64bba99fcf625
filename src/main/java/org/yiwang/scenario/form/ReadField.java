package org.yiwang.scenario.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.Node.Mapping;
import org.yiwang.scenario.Texts;
import org.yiwang.scenario.Words;

/** Reads one property of a form. */
final class ReadField {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
    private static final List<String> COMMON = List.of("type", "title", "description");
    private static final int TITLE_CHARACTERS_MAX = 80;
    private static final int HINT_CHARACTERS_MAX = 300;
    private static final int UNIT_CHARACTERS_MAX = 20;
    private static final int NAME_CHARACTERS_MAX = 40;
    private static final int CHOICES_MAX = 200;

    private final String path;
    private final Texts texts;
    private final Faults faults;

    ReadField(String path, Texts texts, Faults faults) {
        this.path = path;
        this.texts = texts;
        this.faults = faults;
    }

    Field read(String name, Entry entry, Condition shown) {
        if (!NAME.matcher(name).matches()) faults.fault(entry.spot(), "scenario.field-name", name);
        Kind kind = new KindOf(faults).of(entry);
        List<String> keywords = new ArrayList<>(COMMON);
        keywords.addAll(kind.keywords());
        MappingReader field = new MappingReader(entry.value(), faults, keywords);
        String own = path + "." + name;
        Words title = words(field, "title", field.text("title", TITLE_CHARACTERS_MAX), own);
        return new Field(
                name,
                kind,
                title,
                optional(field, "description", HINT_CHARACTERS_MAX, own + ".description"),
                shown,
                List.of(),
                choices(field, kind, own),
                new ReadBounds(faults).of(field, kind),
                optional(field, "x-unit", UNIT_CHARACTERS_MAX, own + ".unit"),
                field.optionalText("x-register", NAME_CHARACTERS_MAX).orElse(null),
                new ReadOpens(faults).of(field, kind),
                field.optionalText("x-at-most", NAME_CHARACTERS_MAX).orElse(null),
                null,
                field.flag("x-personal"));
    }

    private @Nullable Words optional(MappingReader field, String key, int charactersMax, String textPath) {
        Optional<String> zh = field.optionalText(key, charactersMax);
        return zh.map(text -> words(field, key, text, textPath)).orElse(null);
    }

    private Words words(MappingReader owner, String key, String zh, String textPath) {
        return zh.isEmpty() ? Words.of(zh) : texts.words(zh, textPath, owner.spot(key), faults);
    }

    private List<Choice> choices(MappingReader field, Kind kind, String own) {
        if (kind == Kind.CHOICE) return choices(field, own);
        if (kind != Kind.CHOICES) return List.of();
        return field.required("items")
                .map(items -> choices(new MappingReader(items, faults, "oneOf", "type"), own))
                .orElse(List.of());
    }

    private List<Choice> choices(MappingReader owner, String own) {
        List<Node> nodes = owner.list("oneOf");
        if (nodes.isEmpty()) faults.fault(owner.spot("oneOf"), "scenario.no-choices");
        if (nodes.size() > CHOICES_MAX) faults.fault(owner.spot("oneOf"), "scenario.too-many-choices", CHOICES_MAX);
        Set<String> seen = new HashSet<>();
        List<Choice> choices = new ArrayList<>();
        for (Node node : nodes) {
            Choice choice = choice(node, own);
            if (!seen.add(choice.value())) faults.fault(node.spot(), "scenario.choice-twice", choice.value());
            choices.add(choice);
        }
        return List.copyOf(choices);
    }

    private Choice choice(Node node, String own) {
        MappingReader choice = new MappingReader(node, faults, "const", "title", "x-opens");
        String value = choice.text("const", NAME_CHARACTERS_MAX);
        boolean isText = node instanceof Mapping mapping
                && mapping.get("const").map(given -> given.json().isString()).orElse(true);
        boolean isNamed = value.isEmpty() || VALUE.matcher(value).matches();
        if (!isText || !isNamed || isReserved(value))
            faults.fault(choice.spot("const"), "scenario.choice-value", value);
        String title = choice.text("title", TITLE_CHARACTERS_MAX);
        return new Choice(
                value,
                words(choice, "title", title, own + "." + value),
                choice.optionalText("x-opens", NAME_CHARACTERS_MAX).orElse(null));
    }

    /** In the texts of other languages these words stand for the field's own. */
    private static boolean isReserved(String value) {
        return value.equals("title") || value.equals("description") || value.equals("unit");
    }
}

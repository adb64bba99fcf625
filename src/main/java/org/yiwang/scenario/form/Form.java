package org.yiwang.scenario.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yiwang.rules.Scope;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is asked, and whether the answers hold: a flat object of JSON Schema 2020-12 whose fields may depend on other fields' answers. */
public final class Form {
    private static final Form EMPTY =
            new Form(List.of(), JsonNodeFactory.instance.objectNode().put("type", "object"));

    private final Map<String, Field> fields;
    private final ObjectNode schema;
    private final CheckData check;

    Form(Collection<Field> fields, ObjectNode schema) {
        this.fields = fields.stream()
                .collect(Collectors.toMap(Field::name, field -> field, (first, second) -> first, LinkedHashMap::new));
        this.schema = schema;
        this.check = new CheckData(this);
    }

    /** The form that asks nothing. */
    public static Form empty() {
        return EMPTY;
    }

    /**
     * The form that a package defines. Whatever lies outside the form language is a fault; the form is then good for further checks only.
     *
     * @param path of its texts in other languages, such as {@code registers.shop.fields}
     */
    public static Form parse(Node node, String path, Texts texts, Faults faults) {
        return new ReadForm(path, texts, faults).read(node);
    }

    /** The fields in the order in which they are asked: one that depends on another's answer after it. */
    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The JSON Schema itself, with every bound that the definition leaves open. */
    public ObjectNode schema() {
        return schema.deepCopy();
    }

    /** Everything that is missing or wrong, at most one for each field, in the order of the fields. */
    public List<FieldFault> check(JsonNode data) {
        return check.of(data);
    }

    /** A copy in which what is computed has its value; whatever was given for it is of no account. */
    public ObjectNode computed(ObjectNode data) {
        return Compute.in(this, data);
    }

    /** Typed answers of texts, as they come from an address, a sheet or a keyboard; what does not fit is left for {@link #check} to name. */
    public ObjectNode read(Map<String, ? extends @Nullable List<String>> texts) {
        return ReadTexts.of(this, texts);
    }

    /** The fields as the screens draw them. */
    public List<FormField> view() {
        return fields.values().stream().map(FormField::of).toList();
    }

    /** The names under which rules speak of the answers, each with its type: {@code prefix.field}. */
    public Scope scope(String prefix) {
        return RuleNames.scope(this, prefix);
    }

    /** The answers under these names; what was not answered is left out. */
    public Map<String, Object> values(String prefix, JsonNode data) {
        return RuleNames.values(this, prefix, data);
    }

    /** Titles, hints, units and choices in one language: {@code field}, {@code field.hint}, {@code field.unit}, {@code field.value}. */
    public Map<String, String> words(String language) {
        Map<String, String> words = new TreeMap<>();
        for (Field field : fields.values()) {
            words.put(field.name(), field.title().in(language));
            if (field.hint() != null)
                words.put(field.name() + ".hint", field.hint().in(language));
            if (field.unit() != null)
                words.put(field.name() + ".unit", field.unit().in(language));
            field.choices()
                    .forEach(choice -> words.put(
                            field.name() + "." + choice.value(), choice.title().in(language)));
        }
        return words;
    }
}

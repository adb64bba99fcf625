package org.yiwang.scenario.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.Texts;
import tools.jackson.databind.node.ObjectNode;

/** Reads a form's definition: its properties, then what depends on their answers. */
final class ReadForm {
    static final int FIELDS_MAX = 80;

    private static final List<String> KEYWORDS =
            List.of("type", "title", "description", "required", "properties", "if", "then", "else", "allOf");

    private final ReadField reader;
    private final Faults faults;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, Entry> places = new HashMap<>();

    ReadForm(String path, Texts texts, Faults faults) {
        this.reader = new ReadField(path, texts, faults);
        this.faults = faults;
    }

    Form read(Node node) {
        MappingReader form = new MappingReader(node, faults, KEYWORDS);
        form.oneOf("type", List.of("object"));
        Map<String, Entry> properties = form.entries("properties");
        if (properties.isEmpty()) faults.fault(form.spot("properties"), "scenario.form-empty");
        fields.addAll(declare(properties, Condition.ALWAYS));
        require(form, Condition.ALWAYS);
        conditional(form);
        form.list("allOf").forEach(branch -> conditional(new MappingReader(branch, faults, "if", "then", "else")));
        fields.replaceAll(new ReadComputed(fields, places, faults)::of);
        checkMost();
        if (fields.size() > FIELDS_MAX) faults.fault(form.spot(), "scenario.too-many-fields", FIELDS_MAX);
        return new Form(fields, faults.isSound() ? BoundSchema.of((ObjectNode) node.json(), fields) : emptySchema());
    }

    /** A number is held against one that is asked before it: whoever fills in the form meets the greater one first. */
    private void checkMost() {
        List<String> before = new ArrayList<>();
        for (Field field : fields) {
            Entry place = places.get(field.name());
            if (field.atMost() != null && place != null && !before.contains(field.atMost()))
                faults.fault(
                        place.spot(),
                        "scenario.at-most-unknown",
                        field.name(),
                        field.atMost(),
                        before.isEmpty() ? "–" : String.join(", ", before));
            if (field.kind() == Kind.NUMBER || field.kind() == Kind.INTEGER) before.add(field.name());
        }
    }

    private static ObjectNode emptySchema() {
        return Form.empty().schema();
    }

    private List<Field> declare(Map<String, Entry> properties, Condition shown) {
        List<Field> declared = new ArrayList<>();
        properties.forEach((name, entry) -> {
            Entry before = places.putIfAbsent(name, entry);
            if (before != null)
                faults.fault(
                        entry.spot(),
                        "scenario.field-twice",
                        name,
                        before.spot().line());
            else declared.add(reader.read(name, entry, shown));
        });
        return declared;
    }

    private void require(MappingReader owner, Condition when) {
        for (Scalar name : owner.texts("required")) {
            int at = indexOf(name.text());
            if (at < 0) faults.fault(name.spot(), "scenario.required-unknown", name.text(), known());
            else fields.set(at, fields.get(at).require(when));
        }
    }

    private void conditional(MappingReader owner) {
        if (owner.node("if").isEmpty()) {
            for (String branch : List.of("then", "else"))
                if (owner.node(branch).isPresent())
                    faults.fault(owner.spot(branch), "scenario.branch-without-if", branch);
            return;
        }
        Map<String, Field> known = new LinkedHashMap<>();
        fields.forEach(field -> known.put(field.name(), field));
        List<Condition.Test> tests =
                new ReadCondition(known, faults).read(owner.node("if").get());
        if (owner.node("then").isEmpty() && owner.node("else").isEmpty())
            faults.fault(owner.spot("if"), "scenario.if-without-branch");
        owner.node("then").ifPresent(node -> branch(node, new Condition(tests, false)));
        owner.node("else").ifPresent(node -> branch(node, new Condition(tests, true)));
    }

    private void branch(Node node, Condition when) {
        MappingReader branch = new MappingReader(node, faults, "properties", "required");
        fields.addAll(placeOf(when), declare(branch.entries("properties"), when));
        require(branch, when);
    }

    /** After the last field that decides, and after what depends on that one already. */
    private int placeOf(Condition when) {
        int last = when.tests().stream()
                .mapToInt(test -> indexOf(test.field()))
                .max()
                .orElse(fields.size() - 1);
        int place = last + 1;
        while (place < fields.size()
                && last >= 0
                && dependsOn(fields.get(place), fields.get(last).name())) place++;
        return place;
    }

    private static boolean dependsOn(Field field, String decider) {
        return field.shown().tests().stream().anyMatch(test -> test.field().equals(decider));
    }

    private int indexOf(String name) {
        for (int i = 0; i < fields.size(); i++) if (fields.get(i).name().equals(name)) return i;
        return -1;
    }

    private String known() {
        return String.join(", ", fields.stream().map(Field::name).toList());
    }
}

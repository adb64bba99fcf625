package org.yiwang.registry.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.UnitId;
import org.yiwang.registry.model.PlaceKind;
import org.yiwang.registry.model.Register;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.Texts;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Condition;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.form.Kind;

/** Reads one file of {@code registers/}; all that is wrong with it is noted, and the register is then good for nothing else. */
public final class ReadRegister {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::id).toList();
    private static final int TITLE_CHARACTERS_MAX = 40;
    private static final int FIELD_CHARACTERS_MAX = 40;
    private static final int KEY_FIELDS_MAX = 4;
    private static final int FRESH_MAX = 3_660;
    private static final Set<Kind> KEY_KINDS = Set.of(Kind.LINE, Kind.RECORD, Kind.CHOICE, Kind.DATE, Kind.INTEGER);

    private final Texts texts;
    private final Faults faults;

    public ReadRegister(Texts texts, Faults faults) {
        this.texts = texts;
        this.faults = faults;
    }

    /** @param name the file's name without its ending */
    public Register read(String name, Register.Origin origin, Node node) {
        MappingReader file = new MappingReader(
                node, faults, "name", "key", "label", "place", "fresh", "access", "identifying", "form");
        if (!NAME.matcher(name).matches()) faults.fault(file.spot(), "registry.name", name);
        String path = "registers." + name;
        String title = file.text("name", TITLE_CHARACTERS_MAX);
        Words words = title.isEmpty() ? Words.of(title) : texts.words(title, path + ".name", file.spot("name"), faults);
        Form form = file.required("form").map(defined -> form(defined, path)).orElse(Form.empty());
        return new Register(
                name,
                origin,
                words,
                key(file, form),
                label(file, form),
                PlaceKind.of(file.oneOf("place", PlaceKind.IDS)),
                fresh(file),
                rights(file),
                identifying(file, form),
                form);
    }

    /** Photos would need somebody who keeps them for as long as the entry lives. */
    private Form form(Node defined, String path) {
        Form form = Form.parse(defined, path + ".fields", texts, faults);
        form.fields().stream()
                .filter(field -> field.kind() == Kind.PHOTOS)
                .forEach(field -> faults.fault(defined.spot(), "registry.field-photos", field.name()));
        return form;
    }

    private List<String> key(MappingReader file, Form form) {
        List<Node.Scalar> names = file.texts("key");
        if (names.isEmpty() || names.size() > KEY_FIELDS_MAX)
            faults.fault(file.spot("key"), "registry.key-count", KEY_FIELDS_MAX);
        for (Node.Scalar name : names)
            known(name.spot(), name.text(), form)
                    .filter(field -> !mayBeKey(field))
                    .forEach(field -> faults.fault(name.spot(), "registry.key-field", name.text()));
        return names.stream().map(Node.Scalar::text).toList();
    }

    /** A key stands in lists, addresses and other entries: it is no secret, never missing, and one text. */
    private static boolean mayBeKey(Field field) {
        boolean always =
                field.shown().equals(Condition.ALWAYS) && field.required().contains(Condition.ALWAYS);
        return !field.personal() && always && KEY_KINDS.contains(field.kind());
    }

    private String label(MappingReader file, Form form) {
        String label = file.text("label", FIELD_CHARACTERS_MAX);
        known(file.spot("label"), label, form)
                .filter(field -> field.personal() || field.kind() != Kind.LINE)
                .forEach(field -> faults.fault(file.spot("label"), "registry.label-field", label));
        return label;
    }

    private List<String> identifying(MappingReader file, Form form) {
        List<String> names = new ArrayList<>();
        for (Node.Scalar name : file.texts("identifying")) {
            known(name.spot(), name.text(), form)
                    .filter(field -> field.personal() || field.kind() != Kind.LINE)
                    .forEach(field -> faults.fault(name.spot(), "registry.label-field", name.text()));
            names.add(name.text());
        }
        return List.copyOf(names);
    }

    private java.util.stream.Stream<Field> known(Spot spot, String name, Form form) {
        if (form.field(name).isEmpty() && !name.isEmpty())
            faults.fault(
                    spot,
                    "registry.no-such-field",
                    name,
                    String.join(", ", form.fields().stream().map(Field::name).toList()));
        return form.field(name).stream();
    }

    private int fresh(MappingReader file) {
        return file.required("fresh")
                .map(node -> {
                    MappingReader fresh = new MappingReader(node, faults, "amount", "unit");
                    fresh.oneOf("unit", List.of("days"));
                    fresh.required("amount");
                    return fresh.whole("amount", 1, FRESH_MAX).orElse(1);
                })
                .orElse(1);
    }

    private Register.Rights rights(MappingReader file) {
        return file.required("access")
                .map(node -> {
                    MappingReader access = new MappingReader(node, faults, "read", "write", "keepers");
                    Set<Role> write = roles(access, "write");
                    Set<Role> read = new LinkedHashSet<>(roles(access, "read"));
                    read.addAll(write);
                    return new Register.Rights(read, write, keepers(access));
                })
                .orElse(new Register.Rights(Set.of(), Set.of(), Set.of()));
    }

    private static Set<UnitId> keepers(MappingReader access) {
        Set<UnitId> keepers = new LinkedHashSet<>();
        access.texts("keepers").forEach(unit -> keepers.add(new UnitId(unit.text())));
        return keepers;
    }

    private Set<Role> roles(MappingReader access, String key) {
        Set<Role> roles = new LinkedHashSet<>();
        if (access.list(key).isEmpty()) faults.fault(access.spot(key), "registry.no-roles", key);
        for (Node.Scalar name : access.texts(key)) {
            if (ROLES.contains(name.text())) roles.add(Role.of(name.text()));
            else faults.fault(name.spot(), "scenario.not-one-of", key, name.text(), String.join(", ", ROLES));
        }
        return roles;
    }
}

package org.yiwang.sensing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yiwang.registry.PackageRegisters;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.form.Kind;
import org.yiwang.sensing.model.DeviceKind;
import org.yiwang.sensing.model.DeviceKind.Origin;
import org.yiwang.sensing.model.MessageKind;
import org.yiwang.sensing.model.MessageKind.TimeForm;

/** Reads {@code devices/*.yaml}; docs/devices.md says what each key means. */
record ReadDeviceKind(PackageFiles files, int version, Faults faults) {
    static final String FOLDER = "devices";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern MESSAGE = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int NAME_CHARACTERS_MAX = 40;
    private static final int MESSAGES_MAX = 40;
    private static final int LEVELS_MAX = 4;
    private static final Duration LATE = Duration.ofDays(1);

    /** By name of the file. */
    static Map<String, DeviceKind> all(PackageFiles files, int version, Faults faults) {
        ReadDeviceKind read = new ReadDeviceKind(files, version, faults);
        Map<String, DeviceKind> all = new TreeMap<>();
        files.documents(FOLDER).forEach((name, node) -> all.put(name, read.kind(name, node)));
        return all;
    }

    private DeviceKind kind(String id, Node node) {
        MappingReader read = new MappingReader(
                node,
                faults,
                "name",
                "register",
                "serial",
                "gateway",
                "within",
                "heartbeat",
                "late",
                "messages",
                "answer",
                "answer-within",
                "tries",
                "orders");
        if (!ID.matcher(id).matches()) faults.fault(read.spot(), "sensing.bad-id", id);
        String path = FOLDER + "." + id;
        String register = read.text("register", NAME_CHARACTERS_MAX);
        Optional<Form> form = register(read, register);
        String serial = read.text("serial", NAME_CHARACTERS_MAX);
        form.ifPresent(known -> serial(read, register, serial, known));
        Map<String, MessageKind> messages = messages(read, path);
        return new DeviceKind(
                id,
                name(read, path),
                register,
                serial,
                form.map(known -> gateway(read, known)).orElse(List.of()),
                form.map(known -> within(read, known)).orElse(List.of()),
                duration(read, "heartbeat").orElseGet(() -> {
                    read.required("heartbeat");
                    return Duration.ofHours(1);
                }),
                duration(read, "late").orElse(LATE),
                messages,
                new ReadOrders(files.texts(), faults).all(read, messages, path),
                form.map(known -> records(known)).orElse(Map.of()),
                new Origin(files.pack().id(), version));
    }

    private Optional<Form> register(MappingReader read, String register) {
        Optional<Form> form = PackageRegisters.form(files, register);
        if (form.isEmpty() && !register.isEmpty())
            faults.fault(
                    read.spot("register"),
                    "sensing.no-register",
                    register,
                    String.join(", ", PackageRegisters.names(files)));
        return form;
    }

    private void serial(MappingReader read, String register, String serial, Form form) {
        Optional<Field> field = field(form, serial);
        if (field.isEmpty() || field.get().kind() != Kind.LINE || field.get().personal())
            faults.fault(read.spot("serial"), "sensing.bad-serial", serial, register);
    }

    /** Each field names a record of the register above; the next field is looked for there. */
    private List<String> gateway(MappingReader read, Form form) {
        List<Node.Scalar> fields = read.texts("gateway");
        if (fields.size() > LEVELS_MAX) faults.fault(read.spot("gateway"), "sensing.too-many", "gateway", LEVELS_MAX);
        Optional<Form> level = Optional.of(form);
        for (Node.Scalar one : fields) {
            Optional<Field> field = level.flatMap(known -> field(known, one.text()))
                    .filter(known -> known.kind() == Kind.RECORD && known.register() != null);
            if (field.isEmpty()) {
                faults.fault(one.spot(), "sensing.bad-gateway", one.text());
                break;
            }
            String above = field.get().register();
            level = above == null ? Optional.empty() : PackageRegisters.form(files, above);
        }
        return fields.stream().map(Node.Scalar::text).toList();
    }

    private Map<String, Form> records(Form own) {
        Map<String, Form> records = new LinkedHashMap<>();
        records.put(DeviceFields.DEVICE, own);
        for (Field field : own.fields())
            if (field.kind() == Kind.RECORD && field.register() != null)
                PackageRegisters.form(files, field.register())
                        .ifPresent(form -> records.put(DeviceFields.DEVICE + "." + field.name(), form));
        return records;
    }

    /** Like {@link #gateway}, but the last may be a line of text. */
    private List<String> within(MappingReader read, Form form) {
        List<Node.Scalar> fields = read.texts("within");
        if (fields.size() > LEVELS_MAX) faults.fault(read.spot("within"), "sensing.too-many", "within", LEVELS_MAX);
        Optional<Form> level = Optional.of(form);
        for (Node.Scalar one : fields) {
            Optional<Field> field = level.flatMap(known -> field(known, one.text()))
                    .filter(known -> !known.personal())
                    .filter(known -> known.kind() == Kind.RECORD || known.kind() == Kind.LINE);
            if (field.isEmpty()) {
                faults.fault(one.spot(), "sensing.bad-within", one.text());
                break;
            }
            String above = field.get().register();
            level = above == null ? Optional.empty() : PackageRegisters.form(files, above);
        }
        return fields.stream().map(Node.Scalar::text).toList();
    }

    private static Optional<Field> field(Form form, String name) {
        return form.fields().stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private Map<String, MessageKind> messages(MappingReader read, String path) {
        Map<String, Entry> given = read.entries("messages");
        if (given.isEmpty()) read.required("messages");
        if (given.size() > MESSAGES_MAX)
            faults.fault(read.spot("messages"), "sensing.too-many", "messages", MESSAGES_MAX);
        Map<String, MessageKind> messages = new LinkedHashMap<>();
        given.forEach((id, entry) -> {
            if (!MESSAGE.matcher(id).matches()) faults.fault(entry.spot(), "sensing.bad-id", id);
            messages.put(id, message(id, path + ".messages." + id, entry.value()));
        });
        return messages;
    }

    private MessageKind message(String id, String path, Node node) {
        MappingReader read = new MappingReader(node, faults, "name", "id", "time", "form", "values");
        ReadValueField values = new ReadValueField(files.texts(), faults);
        String form = read.optionalOneOf(
                        "form",
                        Arrays.stream(TimeForm.values()).map(TimeForm::id).toList())
                .orElse(TimeForm.RFC3339.id());
        Optional<String> time = values.pointer(read, "time");
        if (time.isEmpty() && read.node("form").isPresent())
            faults.fault(read.spot("form"), "scenario.key-missing", "time");
        return new MessageKind(
                id,
                name(read, path),
                values.pointer(read, "id").orElse(null),
                time.orElse(null),
                Arrays.stream(TimeForm.values())
                        .filter(one -> one.id().equals(form))
                        .findFirst()
                        .orElseThrow(),
                values.all(read, path));
    }

    private Words name(MappingReader read, String path) {
        String zh = read.text("name", NAME_CHARACTERS_MAX);
        return zh.isEmpty() ? Words.of(zh) : files.texts().words(zh, path + ".name", read.spot("name"), faults);
    }

    private Optional<Duration> duration(MappingReader read, String key) {
        return ReadDuration.of(read, key, 1, faults);
    }

    /** Two kinds of device over one register would fight for its records. */
    static void unique(PackageFiles files, Map<String, DeviceKind> own, Faults faults) {
        Set<String> ids = new HashSet<>();
        Set<String> registers = new HashSet<>();
        List<DeviceKind> others = new ArrayList<>();
        files.others()
                .forEach(other -> others.addAll(all(other, 0, new Faults()).values()));
        others.forEach(one -> {
            ids.add(one.id());
            registers.add(one.register());
        });
        own.forEach((id, kind) -> {
            String file = FOLDER + "/" + id + ".yaml";
            if (!ids.add(id)) faults.fault(files.spotOf(file, "name"), "sensing.kind-taken", id);
            if (!registers.add(kind.register()))
                faults.fault(files.spotOf(file, "register"), "sensing.register-taken", kind.register());
        });
    }
}

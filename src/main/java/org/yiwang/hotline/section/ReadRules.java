package org.yiwang.hotline.section;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.casework.ReadLimits;
import org.yiwang.casework.model.ClockName;
import org.yiwang.hotline.model.NoteRule;
import org.yiwang.hotline.model.OrderKind;
import org.yiwang.hotline.model.Rules;
import org.yiwang.hotline.sheet.OrderTable;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.Words;
import org.yiwang.worktime.Limit;

/** Reads {@code hotline/orders.yaml}. */
record ReadRules(PackageFiles files, Faults faults, ReadLimits limits) {
    static final String FOLDER = "hotline";
    static final String FILE = "orders";
    private static final List<String> KEYS =
            List.of("kinds", "urgent", "again", "categories", "note", "return", "sheet");
    private static final List<String> KINDS =
            Stream.of(OrderKind.values()).map(OrderKind::id).toList();
    private static final int CODE_CHARACTERS_MAX = 12;
    private static final int PHRASE_CHARACTERS_MAX = 40;
    private static final int CHARACTERS_MAX = 200;
    private static final int LIST_MAX = 100;

    /** A category of ours that the rules name, with where they do. */
    record Named(String category, Spot spot) {}

    /** The rules of this package; empty where it has none. */
    static Optional<Rules> of(PackageFiles files, Faults faults) {
        ReadRules read = new ReadRules(files, faults, new ReadLimits(faults));
        files.documents(FOLDER).forEach((name, node) -> {
            if (!name.equals(FILE)) faults.fault(node.spot(), "hotline.unknown-file", name, FILE);
        });
        return Optional.ofNullable(files.documents(FOLDER).get(FILE)).map(read::rules);
    }

    /** Every category of ours that the rules name. */
    static List<Named> named(PackageFiles files) {
        Node node = files.documents(FOLDER).get(FILE);
        if (node == null) return List.of();
        List<Named> named = new ArrayList<>();
        MappingReader root = new MappingReader(node, new Faults(), KEYS);
        root.entries("categories").values().forEach(entry -> name(entry.value(), named));
        root.entries("kinds").values().forEach(entry -> new MappingReader(
                        entry.value(), new Faults(), "category", "limits")
                .node("category")
                .ifPresent(category -> name(category, named)));
        return named;
    }

    private static void name(Node node, List<Named> named) {
        if (node instanceof Scalar scalar) named.add(new Named(scalar.text(), scalar.spot()));
    }

    private Rules rules(Node node) {
        MappingReader root = new MappingReader(node, faults, KEYS);
        return new Rules(
                kinds(root),
                limitsOf(root, "urgent"),
                limitsOf(root, "again"),
                categories(root),
                root.node("note").map(this::note).orElse(NoteRule.NONE),
                root.required("return").map(this::within).orElse(Limit.workingDays(1)),
                root.node("sheet").map(this::columns).orElse(Map.of()));
    }

    private Map<String, String> columns(Node node) {
        Map<String, String> columns = new HashMap<>();
        new MappingReader(node, faults, "columns").entries("columns").forEach((title, entry) -> {
            if (entry.value() instanceof Scalar scalar && OrderTable.isColumn(scalar.text()))
                columns.put(title, scalar.text());
            else faults.fault(entry.spot(), "hotline.unknown-column", title);
        });
        return Map.copyOf(columns);
    }

    private Map<OrderKind, Rules.OfKind> kinds(MappingReader root) {
        Map<OrderKind, Rules.OfKind> kinds = new EnumMap<>(OrderKind.class);
        Map<String, Entry> entries = root.entries("kinds");
        entries.forEach((id, entry) -> {
            if (!KINDS.contains(id)) {
                faults.fault(entry.spot(), "scenario.unknown-key", id, String.join(", ", KINDS));
                return;
            }
            MappingReader kind = new MappingReader(entry.value(), faults, "category", "limits");
            Map<ClockName, Limit> own = limits.clocks(kind);
            if (!own.containsKey(ClockName.WHOLE)) faults.fault(kind.spot("limits"), "hotline.no-whole", id);
            kinds.put(OrderKind.of(id), new Rules.OfKind(kind.text("category", CODE_CHARACTERS_MAX), own));
        });
        for (String id : KINDS)
            if (!entries.containsKey(id)) faults.fault(root.spot("kinds"), "hotline.kind-missing", id);
        return Map.copyOf(kinds);
    }

    private Map<ClockName, Limit> limitsOf(MappingReader root, String key) {
        return root.node(key)
                .map(node -> limits.clocks(new MappingReader(node, faults, "limits")))
                .orElse(Map.of());
    }

    private Map<String, String> categories(MappingReader root) {
        Map<String, String> categories = new HashMap<>();
        root.entries("categories").forEach((above, entry) -> {
            if (entry.value() instanceof Scalar scalar) categories.put(above, scalar.text());
            else faults.fault(entry.spot(), "scenario.not-text", above);
        });
        return Map.copyOf(categories);
    }

    private Limit within(Node node) {
        return new MappingReader(node, faults, "within")
                .required("within")
                .map(limits::limit)
                .orElse(Limit.workingDays(1));
    }

    private NoteRule note(Node node) {
        MappingReader note = new MappingReader(node, faults, "characters", "parts", "banned");
        List<NoteRule.Part> parts = new ArrayList<>();
        for (Node part : bounded(note, "parts")) parts.add(part(part, parts.size() + 1));
        bounded(note, "banned");
        return new NoteRule(
                note.whole("characters", 1, CHARACTERS_MAX).orElse(1),
                List.copyOf(parts),
                note.texts("banned").stream().map(Scalar::text).toList());
    }

    private NoteRule.Part part(Node node, int number) {
        MappingReader part = new MappingReader(node, faults, "name", "words");
        String zh = part.text("name", PHRASE_CHARACTERS_MAX);
        Words name = files.texts().words(zh, "hotline.note." + number, part.spot("name"), faults);
        List<String> words = part.texts("words").stream().map(Scalar::text).toList();
        if (words.isEmpty()) faults.fault(part.spot("words"), "scenario.key-missing", "words");
        return new NoteRule.Part(zh, name.en(), words);
    }

    private List<Node> bounded(MappingReader owner, String key) {
        List<Node> list = owner.list(key);
        if (list.size() > LIST_MAX) faults.fault(owner.spot(key), "scenario.list-too-long", key, LIST_MAX);
        return list;
    }
}

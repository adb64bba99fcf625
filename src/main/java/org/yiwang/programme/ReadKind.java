package org.yiwang.programme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.programme.model.Kind;
import org.yiwang.programme.model.Kind.Paper;
import org.yiwang.programme.model.Person;
import org.yiwang.programme.model.Stage;
import org.yiwang.programme.model.Stage.Asked;
import org.yiwang.programme.model.Step;
import org.yiwang.programme.model.Title;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;

/** Reads {@code programmes/*.yaml}; docs/programmes.md says what each key means. */
record ReadKind(PackageFiles files, int version, Faults faults) {
    static final String FOLDER = "programmes";
    static final String REVIEW = "programmes.review";
    static final String DECIDE = "programmes.decide";
    /** What a field may be: nothing that has to be kept apart from the text. */
    private static final Set<org.yiwang.scenario.form.Kind> FIELDS = Set.of(
            org.yiwang.scenario.form.Kind.LINE,
            org.yiwang.scenario.form.Kind.TEXT,
            org.yiwang.scenario.form.Kind.NUMBER,
            org.yiwang.scenario.form.Kind.INTEGER,
            org.yiwang.scenario.form.Kind.DATE,
            org.yiwang.scenario.form.Kind.YES_NO,
            org.yiwang.scenario.form.Kind.CHOICE,
            org.yiwang.scenario.form.Kind.CHOICES);

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final Pattern MARK = Pattern.compile("[A-Z]{1,6}");
    private static final int TITLE_CHARACTERS_MAX = 30;
    private static final int DAYS_MAX = 250;
    private static final int STAGES_MAX = 20;
    private static final int UNITS_MAX = 20;
    private static final List<String> KEYS =
            List.of("name", "number", "about", "form", "title", "papers", "stages", "steps");

    /** By name of the file. */
    static Map<String, Definition> all(PackageFiles files, int version, Faults faults) {
        ReadKind read = new ReadKind(files, version, faults);
        Map<String, Definition> all = new TreeMap<>();
        files.documents(FOLDER).forEach((name, node) -> all.put(name, read.definition(name, node)));
        return all;
    }

    private Definition definition(String name, Node node) {
        MappingReader read = new MappingReader(node, faults, KEYS);
        String path = FOLDER + "." + name;
        List<Paper> papers = papers(read, path);
        List<Stage> stages = stages(read, path);
        Map<String, Form> asked = new TreeMap<>();
        List<Step> steps = steps(read, path, asked);
        new CheckKind(faults, stages, papers, steps).run(read);
        Form form =
                read.required("form").map(one -> form(one, path + ".fields")).orElse(Form.empty());
        Kind kind = new Kind(
                files.pack().id(),
                version,
                name,
                title(read.text("name", TITLE_CHARACTERS_MAX), path + ".name", read.spot("name")),
                mark(read),
                read.optionalOneOf("about", List.of("package")).isPresent(),
                stages,
                steps,
                papers);
        return new Definition(kind, form, titled(read, form), Map.copyOf(asked));
    }

    private String mark(MappingReader read) {
        String mark = read.text("number", TITLE_CHARACTERS_MAX);
        if (!mark.isEmpty() && !MARK.matcher(mark).matches())
            faults.fault(read.spot("number"), "programme.bad-mark", mark);
        return mark;
    }

    /** Nobody finds again what has no name, so the field must be one that has to be answered. */
    private String titled(MappingReader read, Form form) {
        String titled = read.text("title", TITLE_CHARACTERS_MAX);
        boolean isGood = form.field(titled)
                .filter(field -> field.kind() == org.yiwang.scenario.form.Kind.LINE
                        && !field.required().isEmpty())
                .isPresent();
        if (!titled.isEmpty() && !isGood) faults.fault(read.spot("title"), "programme.title-field", titled);
        return titled;
    }

    private List<Paper> papers(MappingReader read, String path) {
        List<Paper> papers = new ArrayList<>();
        read.entries("papers").forEach((id, entry) -> {
            checkId(id, entry.spot());
            String zh = entry.value() instanceof Scalar scalar ? scalar.text().strip() : "";
            if (zh.isEmpty() || zh.length() > TITLE_CHARACTERS_MAX) faults.fault(entry.spot(), "scenario.not-text", id);
            papers.add(new Paper(id, title(zh, path + ".papers." + id, entry.spot())));
        });
        return List.copyOf(papers);
    }

    private List<Stage> stages(MappingReader read, String path) {
        List<Node> items = read.list("stages");
        if (items.size() < 2 || items.size() > STAGES_MAX)
            faults.fault(read.spot("stages"), "programme.stages", STAGES_MAX);
        Set<String> seen = new LinkedHashSet<>();
        List<Stage> stages = new ArrayList<>();
        for (Node item : items) {
            MappingReader one = new MappingReader(item, faults, "id", "name", "days", "edited", "opinions", "end");
            String id = id(one, seen);
            stages.add(new Stage(
                    id,
                    title(one.text("name", TITLE_CHARACTERS_MAX), path + ".stages." + id, one.spot("name")),
                    one.whole("days", 1, DAYS_MAX).orElse(null),
                    one.flag("edited"),
                    asked(one),
                    one.flag("end")));
        }
        return List.copyOf(stages);
    }

    private @Nullable Asked asked(MappingReader stage) {
        Optional<Node> node = stage.node("opinions");
        if (node.isEmpty()) return null;
        MappingReader read = new MappingReader(node.get(), faults, "units", "least");
        List<UnitId> units = new ArrayList<>();
        for (Scalar unit : read.texts("units")) {
            files.pack().checkUnit(unit.text(), unit.spot(), faults);
            units.add(new UnitId(unit.text()));
        }
        if (units.isEmpty() || units.size() > UNITS_MAX) faults.fault(read.spot("units"), "programme.units", UNITS_MAX);
        read.required("least");
        int least = read.whole("least", 1, Math.max(1, units.size())).orElse(1);
        return new Asked(List.copyOf(units), least);
    }

    private List<Step> steps(MappingReader read, String path, Map<String, Form> asked) {
        Set<String> seen = new LinkedHashSet<>();
        List<Step> steps = new ArrayList<>();
        read.required("steps");
        for (Node item : read.list("steps")) {
            MappingReader one = new MappingReader(
                    item, faults, "id", "name", "from", "to", "who", "papers", "note", "opinions", "hands-in", "form");
            String id = id(one, seen);
            String at = path + ".steps." + id;
            one.node("form").ifPresent(node -> asked.put(id, form(node, at + ".fields")));
            steps.add(new Step(
                    id,
                    title(one.text("name", TITLE_CHARACTERS_MAX), at + ".name", one.spot("name")),
                    texts(one, "from"),
                    one.text("to", TITLE_CHARACTERS_MAX),
                    who(one),
                    texts(one, "papers"),
                    one.flag("note"),
                    one.flag("opinions"),
                    one.flag("hands-in")));
        }
        return List.copyOf(steps);
    }

    private Set<String> who(MappingReader step) {
        step.required("who");
        Set<String> who = new LinkedHashSet<>();
        for (Scalar one : step.texts("who")) {
            List<String> known = new ArrayList<>(List.of(Person.OWNER, REVIEW, DECIDE));
            known.addAll(files.pack().units());
            if (!known.contains(one.text()))
                faults.fault(one.spot(), "scenario.not-one-of", "who", one.text(), String.join(", ", known));
            who.add(one.text());
        }
        return Set.copyOf(who);
    }

    private Form form(Node node, String path) {
        Form form = Form.parse(node, path, files.texts(), faults);
        for (Field field : form.fields())
            if (!FIELDS.contains(field.kind()) || field.personal())
                faults.fault(node.spot(), "programme.field-kind", field.name());
        return form;
    }

    private String id(MappingReader one, Set<String> seen) {
        String id = one.text("id", TITLE_CHARACTERS_MAX);
        if (id.isEmpty()) return id;
        checkId(id, one.spot("id"));
        if (!seen.add(id)) faults.fault(one.spot("id"), "programme.twice", id);
        return id;
    }

    private void checkId(String id, Spot spot) {
        if (!ID.matcher(id).matches()) faults.fault(spot, "programme.bad-id", id);
    }

    private static List<String> texts(MappingReader one, String key) {
        return one.texts(key).stream().map(Scalar::text).toList();
    }

    private Title title(String zh, String path, Spot spot) {
        Words words = files.texts().words(zh, path, spot, faults);
        return new Title(words.zh(), words.en());
    }
}

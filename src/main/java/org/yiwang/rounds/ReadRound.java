package org.yiwang.rounds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.UnitId;
import org.yiwang.registry.PackageRegisters;
import org.yiwang.rounds.model.Over;
import org.yiwang.rounds.model.Over.Where;
import org.yiwang.rounds.model.Rhythm;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Round.Proof;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Mapping;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.rule.Rule;

/** Reads {@code rounds/*.yaml}. */
record ReadRound(PackageFiles files, int version, Faults faults) {
    static final String FOLDER = "rounds";
    private static final int TITLE_CHARACTERS_MAX = 40;
    private static final int NAME_CHARACTERS_MAX = 40;
    private static final int TIMES_MAX = 12;
    private static final int PHOTOS_MAX = 6;
    private static final int METRES_MIN = 10;
    private static final int METRES_MAX = 2_000;
    private static final int METRES = 100;
    private static final List<String> CELLS = List.of("cells");

    private static final List<String> KEYS = List.of(
            "name", "over", "campaign", "every", "times", "unit", "double-check", "proof", "checklist", "opens");
    private static final List<String> RHYTHMS =
            Stream.of(Rhythm.values()).map(Rhythm::id).toList();

    /** By name of the file. */
    static Map<String, Round> all(PackageFiles files, int version, Faults faults) {
        ReadRound read = new ReadRound(files, version, faults);
        Map<String, Round> rounds = new TreeMap<>();
        files.documents(FOLDER).forEach((name, node) -> rounds.put(name, read.round(name, node)));
        return rounds;
    }

    private Round round(String name, Node node) {
        MappingReader round = new MappingReader(node, faults, KEYS);
        String path = FOLDER + "." + name;
        String title = round.text("name", TITLE_CHARACTERS_MAX);
        Optional<String> unit = round.optionalText("unit", NAME_CHARACTERS_MAX);
        unit.ifPresent(one -> files.pack().checkUnit(one, round.spot("unit"), faults));
        Over over = over(round);
        Form checklist = checklist(round, path);
        Form record = over.register() == null
                ? Form.empty()
                : PackageRegisters.form(files, over.register()).orElse(Form.empty());
        return new Round(
                files.pack().id(),
                version,
                name,
                files.texts().words(title, path + ".name", round.spot("name"), faults),
                over,
                rhythm(round),
                round.whole("times", 1, TIMES_MAX).orElse(1),
                unit.map(UnitId::new).orElse(null),
                round.whole("double-check", 0, 100).orElse(0),
                proof(round),
                checklist,
                record,
                new ReadOpenRules(files, faults, path, checklist, record).of(round));
    }

    private Over over(MappingReader round) {
        Node node = round.required("over").orElse(null);
        if (!(node instanceof Mapping)) {
            round.oneOf("over", CELLS);
            return Over.CELLS;
        }
        MappingReader over = new MappingReader(node, faults, "register", "where");
        Form form = register(over);
        Where where = over.node("where")
                .map(rule -> new Where(Rule.parse(rule, Over.scope(form), Over.ANSWER, faults)))
                .orElse(null);
        return new Over(over.text("register", NAME_CHARACTERS_MAX), form, where);
    }

    private Form register(MappingReader over) {
        String register = over.text("register", NAME_CHARACTERS_MAX);
        Optional<Form> form = PackageRegisters.form(files, register);
        if (!register.isEmpty() && form.isEmpty())
            faults.fault(
                    over.spot("register"),
                    "rounds.no-such-register",
                    register,
                    String.join(", ", PackageRegisters.names(files)));
        return form.orElse(Form.empty());
    }

    /** A campaign is started by hand: it has no rhythm. */
    private @Nullable Rhythm rhythm(MappingReader round) {
        if (!round.flag("campaign")) return Rhythm.of(round.oneOf("every", RHYTHMS));
        if (round.node("every").isPresent()) faults.fault(round.spot("every"), "rounds.campaign-without-rhythm");
        return null;
    }

    private Proof proof(MappingReader round) {
        return round.node("proof")
                .map(node -> new MappingReader(node, faults, "photos", "metres"))
                .map(proof -> new Proof(
                        proof.whole("photos", 0, PHOTOS_MAX).orElse(0),
                        proof.whole("metres", METRES_MIN, METRES_MAX).orElse(METRES)))
                .orElse(new Proof(0, METRES));
    }

    private Form checklist(MappingReader round, String path) {
        return round.required("checklist")
                .map(node -> {
                    Form form = Form.parse(node, path + ".fields", files.texts(), faults);
                    form.fields().stream()
                            .filter(Field::personal)
                            .forEach(field -> faults.fault(node.spot(), "rounds.field-personal", field.name()));
                    return form;
                })
                .orElse(Form.empty());
    }
}

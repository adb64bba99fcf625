package org.yiwang.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Procedure;
import org.yiwang.organisation.UnitId;
import org.yiwang.registry.PackageRegisters;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.form.Choice;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.form.Kind;
import org.yiwang.worktime.Limit;

/** Reads how cases of a type are gone about: what is asked, which record they are about, what counts as a repeat, the steps, the dispatch table. */
record ReadProcedure(PackageFiles files, Faults faults, ReadLimits limits, Map<String, ReadLimits.Profile> profiles) {
    static final int NAME_CHARACTERS_MAX = 40;

    private static final int REPEAT_DAYS_MAX = 3_650;
    private static final String COMMITTEE = "committee";
    private static final List<Kind> NOT_OF_CASES = List.of(Kind.PHOTOS, Kind.PLACE);

    Procedure of(MappingReader type, String code) {
        String path = "cases." + code;
        Form form = type.node("form").map(node -> form(node, path + ".fields")).orElse(Form.empty());
        Procedure asked = new Procedure(code, form, subject(type, form), repeats(type), List.of(), List.of());
        Procedure stepped = new ReadSteps(this, asked, path).of(type);
        return new ReadDispatch(this, stepped, path).of(type);
    }

    /** A form of a case: without what only registers and rounds take. */
    Form form(Node node, String path) {
        Form form = Form.parse(node, path, files.texts(), faults);
        List<String> opening = new ArrayList<>();
        for (Field field : form.fields()) {
            if (NOT_OF_CASES.contains(field.kind()))
                faults.fault(
                        node.spot(),
                        "case.field-kind",
                        field.name(),
                        field.kind().id());
            if (field.personal()) faults.fault(node.spot(), "case.field-personal", field.name());
            field.choices().stream()
                    .filter(choice -> choice.opens() != null)
                    .map(Choice::value)
                    .forEach(opening::add);
        }
        if (!opening.isEmpty()) faults.fault(node.spot(), "case.field-opens", String.join(", ", opening));
        return form;
    }

    private Procedure.@Nullable About subject(MappingReader type, Form form) {
        return type.optionalText("subject", NAME_CHARACTERS_MAX)
                .flatMap(name -> about(name, form, type.spot("subject")))
                .orElse(null);
    }

    private Optional<Procedure.About> about(String name, Form form, Spot spot) {
        String register = form.field(name).map(Field::register).orElse(null);
        if (register == null) {
            String known = String.join(
                    ", ",
                    form.fields().stream()
                            .filter(field -> field.kind() == Kind.RECORD)
                            .map(Field::name)
                            .toList());
            faults.fault(spot, "case.subject-field", name, known.isEmpty() ? "–" : known);
            return Optional.empty();
        }
        Optional<Form> record = PackageRegisters.form(files, register);
        if (record.isEmpty()) faults.fault(spot, "case.subject-register", name, register);
        return record.map(found -> new Procedure.About(name, register, found));
    }

    private @Nullable Limit repeats(MappingReader type) {
        if (type.node("repeats").isEmpty()) return null;
        MappingReader repeats = new MappingReader(type.node("repeats").get(), faults, "within");
        MappingReader within = repeats.required("within")
                .map(node -> new MappingReader(node, faults, "amount", "unit"))
                .orElse(null);
        if (type.node("subject").isEmpty()) faults.fault(type.spot("repeats"), "case.repeats-without-subject");
        if (within == null) return null;
        Optional<Integer> days = within.whole("amount", 1, REPEAT_DAYS_MAX);
        if (days.isEmpty()) faults.fault(within.spot(), "scenario.key-missing", "amount");
        within.oneOf("unit", List.of("days"));
        return Limit.days(days.orElse(1));
    }

    ReadLimits.Profile profile(String name, Spot spot) {
        ReadLimits.Profile known = profiles.get(name);
        if (known != null) return known;
        String all = String.join(", ", profiles.keySet().stream().sorted().toList());
        faults.fault(spot, "case.no-profile", name, all.isEmpty() ? "–" : all);
        return ReadLimits.Profile.NONE;
    }

    Category.Lead lead(String lead, Spot spot) {
        if (lead.equals(COMMITTEE)) return new Category.Lead(Category.Lead.By.COMMITTEE, null);
        if (!lead.isEmpty()) files.pack().checkUnit(lead, spot, faults);
        return new Category.Lead(Category.Lead.By.UNIT, new UnitId(lead.isEmpty() ? "-" : lead));
    }
}

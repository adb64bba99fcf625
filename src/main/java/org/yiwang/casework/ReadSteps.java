package org.yiwang.casework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.HandlingStep;
import org.yiwang.casework.model.Procedure;
import org.yiwang.casework.model.RuleScope;
import org.yiwang.rules.Type;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.rule.Rule;

/**
 * Reads the steps of handling. A rule knows the answers of the steps before it.
 *
 * @param asked the procedure without steps
 */
record ReadSteps(ReadProcedure reader, Procedure asked, String path) {
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final int STEPS_MAX = 20;
    private static final int PHOTOS_MAX = 9;

    Procedure of(MappingReader type) {
        Procedure known = asked;
        Set<String> ids = new HashSet<>();
        List<Node> nodes = type.list("steps");
        if (nodes.size() > STEPS_MAX)
            reader.faults().fault(type.spot("steps"), "scenario.list-too-long", "steps", STEPS_MAX);
        for (Node node : nodes) {
            List<HandlingStep> steps = new ArrayList<>(known.steps());
            HandlingStep step = step(node, known);
            if (!ids.add(step.id())) reader.faults().fault(node.spot(), "case.step-twice", step.id());
            steps.add(step);
            known = with(known, steps);
        }
        return known;
    }

    private static Procedure with(Procedure known, List<HandlingStep> steps) {
        return new Procedure(
                known.code(), known.form(), known.subject(), known.repeats(), List.copyOf(steps), known.dispatch());
    }

    private HandlingStep step(Node node, Procedure before) {
        MappingReader step = new MappingReader(node, reader.faults(), "id", "name", "when", "form", "photos", "within");
        String id = step.text("id", ReadProcedure.NAME_CHARACTERS_MAX);
        if (!id.isEmpty() && !ID.matcher(id).matches()) reader.faults().fault(step.spot("id"), "case.step-id", id);
        String zh = step.text("name", ReadProcedure.NAME_CHARACTERS_MAX);
        String own = path + ".steps." + id;
        return new HandlingStep(
                id,
                reader.files().texts().words(zh, own, step.spot("name"), reader.faults()),
                when(step, before),
                step.node("form")
                        .map(form -> reader.form(form, own + ".fields"))
                        .orElse(Form.empty()),
                step.whole("photos", 0, PHOTOS_MAX).orElse(0),
                step.node("within").map(reader.limits()::limit).orElse(null));
    }

    private @Nullable Rule when(MappingReader step, Procedure before) {
        return step.node("when")
                .flatMap(node -> Rule.parse(node, RuleScope.ofHandling(before), Type.FLAG, reader.faults()))
                .orElse(null);
    }
}

package org.yiwang.casework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.DispatchRule;
import org.yiwang.casework.model.Procedure;
import org.yiwang.casework.model.RuleScope;
import org.yiwang.casework.model.Ruling;
import org.yiwang.casework.model.Urgency;
import org.yiwang.organisation.UnitId;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.Pack;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.rule.Rule;
import org.yiwang.worktime.Limit;

/**
 * Reads a dispatch table: the first line that fits counts, so that nothing may stand behind one that always does.
 *
 * @param asked the procedure without it
 */
record ReadDispatch(ReadProcedure reader, Procedure asked, String path) {
    private static final int LINES_MAX = 100;
    private static final int ASSISTANTS_MAX = 10;
    private static final int NOTE_CHARACTERS_MAX = 200;
    private static final List<String> LINE = List.of("when", "lead", "assist", "profile", "limits", "urgency", "note");
    private static final List<String> URGENCIES =
            Arrays.stream(Urgency.values()).map(Urgency::id).toList();

    Procedure of(MappingReader type) {
        List<Node> nodes = type.list("dispatch");
        if (nodes.isEmpty()) return asked;
        if (nodes.size() > LINES_MAX)
            faults().fault(type.spot("dispatch"), "scenario.list-too-long", "dispatch", LINES_MAX);
        Scope scope = RuleScope.ofReport(asked);
        List<DispatchRule> rules = new ArrayList<>();
        Spot last = null;
        for (Node node : nodes) {
            if (last != null) faults().fault(node.spot(), "case.dispatch-unreachable", last.line());
            MappingReader line = new MappingReader(node, faults(), LINE);
            if (line.node("when").isEmpty() && last == null) last = node.spot();
            rules.add(rule(line, scope, rules.size() + 1));
        }
        return new Procedure(
                asked.code(), asked.form(), asked.subject(), asked.repeats(), asked.steps(), List.copyOf(rules));
    }

    private Faults faults() {
        return reader.faults();
    }

    private DispatchRule rule(MappingReader line, Scope scope, int number) {
        if (line.node("lead").isEmpty()
                && line.node("assist").isEmpty()
                && line.node("profile").isEmpty()
                && line.node("limits").isEmpty()
                && line.node("urgency").isEmpty()) faults().fault(line.spot(), "case.dispatch-empty");
        return new DispatchRule(
                line.node("when")
                        .flatMap(node -> Rule.parse(node, scope, Type.FLAG, faults()))
                        .orElse(null),
                source(line.spot()),
                line.optionalText("lead", ReadProcedure.NAME_CHARACTERS_MAX)
                        .map(lead -> reader.lead(lead, line.spot("lead")))
                        .orElse(null),
                assist(line),
                limits(line),
                line.optionalOneOf("urgency", URGENCIES).map(Urgency::of).orElse(null),
                note(line, number));
    }

    private Ruling.Source source(Spot spot) {
        Pack pack = reader.files().pack();
        return new Ruling.Source(pack.name().zh(), pack.name().en(), pack.version(), spot.file(), spot.line());
    }

    private List<UnitId> assist(MappingReader line) {
        List<Scalar> units = line.texts("assist");
        if (units.size() > ASSISTANTS_MAX)
            faults().fault(line.spot("assist"), "scenario.list-too-long", "assist", ASSISTANTS_MAX);
        units.forEach(unit -> reader.files().pack().checkUnit(unit.text(), unit.spot(), faults()));
        return units.stream().map(Scalar::text).distinct().map(UnitId::new).toList();
    }

    private Map<ClockName, Limit> limits(MappingReader line) {
        Map<ClockName, Limit> limits = new HashMap<>();
        line.optionalText("profile", ReadProcedure.NAME_CHARACTERS_MAX)
                .ifPresent(name ->
                        limits.putAll(reader.profile(name, line.spot("profile")).limits()));
        limits.putAll(reader.limits().clocks(line));
        return Map.copyOf(limits);
    }

    private Ruling.@Nullable Note note(MappingReader line, int number) {
        return line.optionalText("note", NOTE_CHARACTERS_MAX)
                .map(zh -> {
                    Words words =
                            reader.files().texts().words(zh, path + ".dispatch." + number, line.spot("note"), faults());
                    return new Ruling.Note(words.zh(), words.en());
                })
                .orElse(null);
    }
}

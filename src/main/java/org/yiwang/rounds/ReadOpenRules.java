package org.yiwang.rounds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiwang.casework.ReadCaseTypes;
import org.yiwang.rounds.model.OpenRule;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Choice;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Form;
import org.yiwang.scenario.rule.Rule;

/** Reads {@code opens} of a round: cases that follow from answers and record together. */
record ReadOpenRules(PackageFiles files, Faults faults, String path, Form checklist, Form record) {
    private static final int RULES_MAX = 20;
    private static final int NAME_CHARACTERS_MAX = 40;
    private static final int SAYS_CHARACTERS_MAX = 80;

    List<OpenRule> of(MappingReader round) {
        List<Node> nodes = round.list("opens");
        if (nodes.size() > RULES_MAX) faults.fault(round.spot("opens"), "rounds.opens-count", RULES_MAX);
        List<OpenRule> rules = new ArrayList<>();
        for (Node node : nodes) rule(node, rules.size()).ifPresent(rules::add);
        return List.copyOf(rules);
    }

    private Optional<OpenRule> rule(Node node, int number) {
        MappingReader rule = new MappingReader(node, faults, "name", "code", "when", "says", "answers");
        String name = rule.text("name", NAME_CHARACTERS_MAX);
        String code = rule.text("code", NAME_CHARACTERS_MAX);
        String zh = rule.text("says", SAYS_CHARACTERS_MAX);
        Words says = zh.isEmpty()
                ? Words.of(zh)
                : files.texts().words(zh, path + ".opens." + name, rule.spot("says"), faults);
        Map<String, Rule> answers = answers(rule, code);
        return rule.required("when")
                .flatMap(when -> Rule.parse(when, scope(), Type.FLAG, faults))
                .map(when -> new OpenRule("rule-" + number + "-" + name, code, when, says, answers));
    }

    private Scope scope() {
        return checklist.scope("answers").and(record.scope("record"));
    }

    private Map<String, Rule> answers(MappingReader rule, String code) {
        Map<String, Rule> answers = new LinkedHashMap<>();
        Map<String, Entry> given = rule.entries("answers");
        if (given.isEmpty()) return answers;
        Form asked = form(code);
        given.forEach((field, entry) -> {
            Optional<Type> type = asked.field(field).flatMap(ReadOpenRules::type);
            if (type.isEmpty()) faults.fault(entry.spot(), "rounds.opens-no-such-answer", field, code);
            Rule.parse(entry.value(), scope(), type.orElse(Type.TEXT), faults)
                    .ifPresent(one -> answers.put(field, one));
        });
        return answers;
    }

    /** What a case of this code asks; the package's own types first, because only there it is asked for whenever the package is read. */
    private Form form(String code) {
        return Stream.concat(Stream.of(files), files.others().stream())
                .flatMap(one -> Optional.ofNullable(
                        ReadCaseTypes.of(one, new Faults()).types().get(code))
                        .stream())
                .findFirst()
                .map(type -> type.form())
                .orElse(Form.empty());
    }

    private static Optional<Type> type(Field field) {
        return switch (field.kind()) {
            case NUMBER, INTEGER -> Optional.of(Type.NUMBER);
            case CHOICE ->
                Optional.of(
                        Type.oneOf(field.choices().stream().map(Choice::value).toList()));
            case LINE, TEXT, DATE, MOMENT, RECORD -> Optional.of(Type.TEXT);
            case YES_NO, CHOICES, PHOTOS, PLACE -> Optional.empty();
        };
    }
}

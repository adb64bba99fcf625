package org.yiwang.alarms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.alarms.model.TryVector;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.ReadYaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadDeviceRulesTest {
    private static String rule(String lines) {
        return "rules:\n  one:\n    name: 一\n    severity: major\n" + lines.indent(4);
    }

    @Test
    void the_rules_for_lifts_do_what_their_examples_say() {
        var controllers = LiftPackage.controllers();
        assertThat(controllers.vectors()).isNotEmpty();
        controllers.vectors().forEach(vector -> assertThat(TryVector.outcome(controllers.rules(), vector))
                .isEqualTo(vector.expected()));
    }

    @Test
    void an_example_that_comes_out_otherwise_keeps_the_package_from_being_published() {
        String wrong = rule("raise: confidence > 0.5\non: [ebike_detected]") + """
                examples:
                  - name: 例
                    said: [{at: 5, message: ebike_detected, values: {confidence: 0.9}}]
                    expected: [{at: 6, rule: one, what: raised, severity: major}]
                    until: 10
                """;
        assertThat(LiftPackage.faults(wrong)).containsExactly("alarms.example-fails");
    }

    @Test
    void a_condition_that_speaks_of_what_no_message_carries_is_told_with_what_there_is() {
        assertThat(LiftPackage.faults(rule("raise: temperature > 3"))).containsExactly("rule.unknown-name");
        assertThat(LiftPackage.faults(rule("raise: door == 'ajar'"))).containsExactly("rule.unknown-choice");
        assertThat(LiftPackage.faults(rule("raise: confidence + 1"))).containsExactly("rule.not-valid");
    }

    @Test
    void a_rule_without_an_end_in_sight_or_without_sense_is_refused() {
        assertThat(LiftPackage.faults(rule(""))).containsExactly("alarms.raise-or-silent");
        assertThat(LiftPackage.faults(rule("raise: 'true'\nsilent: {amount: 1, unit: hours}")))
                .containsExactly("alarms.raise-or-silent");
        assertThat(LiftPackage.faults(rule("raise: 'true'\ncount: 3"))).containsExactly("alarms.count-within");
        assertThat(LiftPackage.faults(rule("raise: 'true'\non: [smoke]"))).containsExactly("alarms.unknown-message");
        assertThat(LiftPackage.faults(rule("raise: 'true'\nper: code"))).containsExactly("alarms.bad-part");
        assertThat(LiftPackage.faults(rule("raise: 'true'\nhours: [{time: 25:00-26:00}]")))
                .containsExactly("alarms.bad-hours");
        assertThat(LiftPackage.faults(rule("raise: 'true'\nlevels: [{severity: critical}]")))
                .containsExactly("alarms.when-or-after");
    }

    @Test
    void what_holds_something_is_asked_only_where_it_is_said_what_forbids_it_at_any_moment() {
        String hold = "raise: confidence > 0.5\norders: {hold_door: {with: {seconds: '60'}%s}}";
        assertThat(LiftPackage.faults(rule(hold.formatted("")))).containsExactly("alarms.hold-without-unless");
        assertThat(LiftPackage.faults(rule(hold.formatted(", unless: 'size(alarms) > 1'"))))
                .isEmpty();
        assertThat(LiftPackage.faults(rule(hold.formatted(", unless: confidence > 0.9"))))
                .contains("rule.unknown-name");
        assertThat(LiftPackage.faults(
                        "reorder: {amount: 5, unit: seconds}\n" + rule(hold.formatted(", unless: 'size(alarms) > 1'"))))
                .containsExactly("alarms.reorder-and-orders");
        assertThat(LiftPackage.faults(rule("raise: confidence > 0.5\norders: {open_roof: {}}")))
                .containsExactly("sensing.no-order");
        assertThat(LiftPackage.faults(rule("raise: confidence > 0.5\norders: {voice: {}}")))
                .containsExactly("sensing.bad-argument");
    }

    @Test
    void editors_are_told_what_the_program_takes() throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new JsonMapper().readTree(Files.readString(Path.of("scenarios/schema/rules.schema.json"))));
        String good = rule("raise: confidence > 0.5\non: [ebike_detected]\nquiet: {amount: 5, unit: minutes}");
        assertThat(LiftPackage.faults(good)).isEmpty();
        assertThat(schema.validate(node(good))).isEmpty();
        for (String wrong : List.of(
                good.replace("severity: major", "severity: huge"),
                good.replace("name: 一\n", "nom: 一\n"),
                good.replace("unit: minutes", "unit: weeks"),
                good.replace("  one:", "  One:"),
                good.replace("  one:", "  flood:"),
                rule(""),
                rule("raise: door == 'open'\nsilent: {amount: 1, unit: hours}"),
                rule("raise: door == 'open'\ncount: 3"),
                rule(
                        "raise: door == 'open'\ncount: 3\nwithin: {amount: 1, unit: hours}\nfor: {amount: 1, unit: minutes}"),
                rule("raise: door == 'open'\nhours: [{time: '25:00-26:00'}]"),
                rule("raise: door == 'open'\nlevels: [{severity: critical}]"),
                rule("raise: door == 'open'\ntell: [{after: {amount: 1, unit: minutes}}]"),
                rule("raise: door == 'open'\nvisit: {times: 3}"),
                rule("raise: door == 'open'\ncase: sometimes"),
                good + "colour: red\n")) {
            assertThat(LiftPackage.faults(wrong)).as("program:\n" + wrong).isNotEmpty();
            assertThat(schema.validate(node(wrong))).as("schema:\n" + wrong).isNotEmpty();
        }
    }

    private static JsonNode node(String yaml) {
        return ReadYaml.of("rules/lift-controller.yaml", yaml.getBytes(UTF_8), new Faults())
                .orElseThrow()
                .json();
    }
}

package org.yiwang.rounds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.rounds.model.Finding;
import org.yiwang.rounds.model.Round;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases that follow from what was counted together with what the register allows. */
class OpenRulesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode LINE = JSON.readTree("{\"number\":\"L1\",\"room\":10}");
    private static final String RULE = """
            opens:
              - name: full
                code: X0101
                when: answers.blue > record.room
                says: 超出上限
                answers: {colour: "'blue'", excess: answers.blue - record.room}
            """;

    @Test
    void more_than_the_record_allows_opens_a_case_with_answers_of_its_own() {
        Round round = round(RULE, new Faults());
        Finding finding = Finding.of(round, answers(13), LINE).getFirst();
        assertThat(finding.category()).isEqualTo("X0101");
        assertThat(finding.said()).isEqualTo("超出上限");
        assertThat(finding.answers()).isEqualTo(Map.of("colour", List.of("blue"), "excess", List.of("3")));
    }

    @Test
    void what_the_record_allows_opens_nothing_nor_does_a_record_without_a_limit() {
        Round round = round(RULE, new Faults());
        assertThat(Finding.of(round, answers(10), LINE)).isEmpty();
        assertThat(Finding.of(round, answers(99), JSON.readTree("{}"))).isEmpty();
    }

    @Test
    void a_rule_that_speaks_of_what_nobody_asks_is_told_with_its_line() {
        assertThat(faults(RULE.replace("answers.blue >", "answers.green >"))).containsExactly("15 rule.unknown-name");
        assertThat(faults(RULE.replace("\"'blue'\"", "\"'red'\""))).containsExactly("17 rule.unknown-answer");
        assertThat(faults(RULE.replace("colour:", "tone:"))).containsExactly("17 rounds.opens-no-such-answer");
    }

    @Test
    void a_case_type_that_nobody_defines_cannot_be_opened() {
        Faults faults = new Faults();
        RoundSection.findFaults(
                files(RULE.replace("code: X0101", "code: X0999").replaceAll("(?m)^    answers:.*\n", ""), faults),
                faults);
        assertThat(codes(faults)).contains("14 rounds.opens-nothing");
    }

    private static JsonNode answers(int blue) {
        return JSON.readTree("{\"blue\":" + blue + "}");
    }

    private static List<String> faults(String opens) {
        Faults faults = new Faults();
        round(opens, faults);
        return codes(faults);
    }

    private static List<String> codes(Faults faults) {
        return faults.faults().stream()
                .map(fault -> fault.spot().line() + " " + fault.code())
                .toList();
    }

    private static Round round(String opens, Faults faults) {
        return java.util.Objects.requireNonNull(
                ReadRound.all(files(opens, faults), 1, faults).get("lines"));
    }

    private static PackageFiles files(String opens, Faults faults) {
        Map<String, byte[]> files = new HashMap<>();
        put(
                files,
                "pack.yaml",
                "{id: lines, version: '1', name: 试, summary: 试, owner: centre, units: [centre], needs: []}");
        put(files, "registers/line.yaml", """
                name: 线
                key: [number]
                label: number
                place: line
                fresh: {amount: 90, unit: days}
                access: {read: [inspector], write: [admin]}
                form:
                  type: object
                  required: [number]
                  properties:
                    number: {type: string, title: 编号}
                    room: {type: integer, title: 可停放}
                """);
        put(files, "cases/full.yaml", """
                types:
                  - {code: X0101, name: 超量, kind: event, limits: {handle: {amount: 1, unit: days}}, reply: {amount: 1, unit: days}, lead: centre,
                     form: {type: object, properties: {colour: {type: string, title: 颜色, oneOf: [{const: blue, title: 蓝}]}, excess: {type: integer, title: 超出}}}}
                """);
        put(files, "rounds/lines.yaml", """
                name: 清点
                over: {register: line}
                every: day
                proof: {photos: 0, metres: 100}
                checklist:
                  type: object
                  required: [blue]
                  properties:
                    blue: {type: integer, title: 蓝色}


                """ + opens);
        return PackageFiles.of(files, List.of(), faults);
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(UTF_8));
    }
}

package org.yiwang.rounds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.rounds.model.Round;
import org.yiwang.scenario.Fault;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;

/** What `./yiwang scenario check` says of rounds before anything is published. */
class CheckRoundsTest {
    private static final String PACK =
            "{id: %s, version: '1', name: 试, summary: 试, owner: centre, units: [centre], needs: [%s]}";
    private static final String CASES = """
            code: %s
            name: 水质超标
            kind: event
            limits: {handle: {amount: 1, unit: days}}
            reply: {amount: 1, unit: days}
            lead: centre
            """;
    private static final String REGISTER = """
            name: 河段
            key: [number]
            label: number
            place: line
            fresh: {amount: 90, unit: days}
            access: {read: [inspector], write: [admin]}
            form: {type: object, required: [number], properties: {number: {type: string, title: 编号}}}
            """;
    private static final String ROUND = """
            name: 河段周巡
            over: {register: section}
            every: week
            checklist:
              type: object
              properties:
                ammonia:
                  type: number
                  title: 氨氮
                  x-unit: mg/L
                  x-opens: {code: W0101, above: 2}
            """;

    @Test
    void a_round_may_open_what_its_package_or_one_that_it_needs_defines() {
        assertThat(faults(Map.of("rounds/w.yaml", ROUND, "cases/c.yaml", CASES.formatted("W0101")), ""))
                .isEmpty();
        assertThat(faults(Map.of("rounds/w.yaml", ROUND.replace("W0101", "W0201")), "water"))
                .isEmpty();
    }

    @Test
    void a_code_that_nobody_defines_is_named_with_its_line_and_where_was_looked() {
        assertThat(faults(Map.of("rounds/w.yaml", ROUND), "water"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.spot().toString())
                            .contains("rounds/w.yaml")
                            .contains("11");
                    assertThat(fault.refusal().code()).isEqualTo("rounds.opens-nothing");
                    assertThat(fault.refusal().arguments().toString()).contains("W0101", "water");
                });
    }

    @Test
    void a_code_of_a_package_that_is_not_needed_says_which_to_need() {
        assertThat(faults(Map.of("rounds/w.yaml", ROUND.replace("W0101", "W0201")), ""))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.refusal().code()).isEqualTo("rounds.opens-unneeded");
                    assertThat(fault.refusal().arguments().toString()).contains("water");
                });
    }

    @Test
    void a_register_that_nobody_defines_is_named_with_those_that_there_are() {
        assertThat(faults(
                        Map.of(
                                "rounds/w.yaml",
                                ROUND.replace("section", "canal").replace("W0101", "W0201")),
                        "water"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.refusal().code()).isEqualTo("rounds.no-such-register");
                    assertThat(fault.refusal().arguments().toString()).contains("canal", "section");
                });
    }

    @Test
    void bands_need_a_bound_and_may_not_take_in_every_number() {
        assertThat(codes("{code: W0201}")).containsExactly("scenario.opens-without-bound");
        assertThat(codes("{code: W0201, above: 1, below: 2}")).containsExactly("scenario.opens-always");
        assertThat(codes("{code: W0201, above: wide}")).containsExactly("scenario.not-number");
        assertThat(codes("[]")).containsExactly("scenario.opens-count");
        assertThat(codes("[{code: W0201, above: 15}, {code: W0201, above: 8}]")).isEmpty();
    }

    @Test
    void a_campaign_has_no_rhythm_and_everything_else_has_one() {
        String campaign = ROUND.replace("W0101", "W0201").replace("every: week", "campaign: true");
        assertThat(faults(Map.of("rounds/w.yaml", campaign), "water")).isEmpty();
        assertThat(faults(Map.of("rounds/w.yaml", campaign + "every: week\n"), "water"))
                .extracting(fault -> fault.refusal().code())
                .containsExactly("rounds.campaign-without-rhythm");
        assertThat(faults(Map.of("rounds/w.yaml", campaign.replace("campaign: true\n", "")), "water"))
                .extracting(fault -> fault.refusal().code())
                .containsExactly("scenario.key-missing");
        assertThat(read(campaign).isCampaign()).isTrue();
    }

    @Test
    void a_rule_over_records_speaks_of_the_fields_of_their_register() {
        String some = ROUND.replace("W0101", "W0201");
        String where = "{register: section, where: \"record.%s == '7'\"}";
        assertThat(faults(
                        Map.of("rounds/w.yaml", some.replace("{register: section}", where.formatted("number"))),
                        "water"))
                .isEmpty();
        assertThat(faults(
                        Map.of("rounds/w.yaml", some.replace("{register: section}", where.formatted("nubmer"))),
                        "water"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.spot().toString())
                            .contains("rounds/w.yaml")
                            .contains("2");
                    assertThat(fault.refusal().arguments().toString()).contains("record.nubmer", "record.number");
                });
    }

    private static List<String> codes(String opens) {
        return faults(Map.of("rounds/w.yaml", ROUND.replace("{code: W0101, above: 2}", opens)), "water").stream()
                .map(fault -> fault.refusal().code())
                .toList();
    }

    private static Round read(String yaml) {
        return ReadRound.all(files("tried", "water", Map.of("rounds/w.yaml", yaml), List.of(water())), 1, new Faults())
                .get("w");
    }

    private static List<Fault> faults(Map<String, String> files, String needs) {
        Faults faults = new Faults();
        RoundSection.findFaults(files("tried", needs, files, List.of(water())), faults);
        return faults.faults();
    }

    private static PackageFiles water() {
        return files(
                "water",
                "",
                Map.of("cases/c.yaml", CASES.formatted("W0201"), "registers/section.yaml", REGISTER),
                List.of());
    }

    private static PackageFiles files(String id, String needs, Map<String, String> files, List<PackageFiles> others) {
        Map<String, byte[]> content = new HashMap<>();
        files.forEach((path, text) -> content.put(path, text.getBytes(UTF_8)));
        content.put("pack.yaml", PACK.formatted(id, needs).getBytes(UTF_8));
        return PackageFiles.of(content, others, new Faults());
    }
}

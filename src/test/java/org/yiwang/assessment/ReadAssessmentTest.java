package org.yiwang.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.ReadYaml;
import tools.jackson.databind.json.JsonMapper;

/** A formula that is wrong is told where and why before anybody is assessed by it. */
class ReadAssessmentTest {
    @Test
    void the_bundled_formula_is_sound() {
        Faults faults = new Faults();
        Orders.read(Orders.bundled(), faults);
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void each_fault_is_told_with_its_line() {
        assertThat(told("earns: met", "earns: mett")).containsExactly("rule.unknown-name");
        assertThat(told("when: due && late_hours > 24", "when: due && stars > 3"))
                .as("stars are of return visits, not of clocks")
                .containsExactly("rule.unknown-name");
        assertThat(told("when: due && late_hours > 24", "when: late_hours + 24"))
                .containsExactly("rule.not-valid");
        assertThat(told("of: handle", "of: handel")).contains("scenario.not-one-of");
        assertThat(told("id: rework", "id: overdue")).containsExactly("assessment.twice");
        assertThat(told("weight: 30", "weight: -30")).containsExactly("assessment.not-number");
        assertThat(told("most: 102", "most: 0")).containsExactly("assessment.bounds");
        assertThat(told("channels: [hotline]", "channels: [telephone]")).containsExactly("scenario.not-one-of");
        assertThat(told("id: solved", "id: Solved")).containsExactly("assessment.bad-id");
    }

    @Test
    void a_fault_stands_at_its_own_line() {
        Faults faults = new Faults();
        Orders.read(Orders.bundled().replace("weight: 30", "weight: thirty"), faults);
        long line = Orders.bundled()
                        .lines()
                        .takeWhile(one -> !one.contains("weight: 30"))
                        .count()
                + 1;
        assertThat(faults.faults())
                .extracting(fault -> fault.spot().toString())
                .containsExactly("assessments/hotline.yaml:" + line);
    }

    @Test
    void schema_and_program_refuse_the_same() throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new JsonMapper()
                        .readTree(Files.readString(Path.of("scenarios", "schema", "assessments.schema.json"))));
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("weight: 30", "weight: -30");
        wrong.put("of: handle", "of: handel");
        wrong.put("channels: [hotline]", "channels: [telephone]");
        wrong.put("id: solved", "id: Solved");
        wrong.put("decimals: 2", "decimals: 9");
        wrong.put("lead: last", "lead: middle");
        wrong.put("ranked-from: 3", "ranked: 3");
        wrong.forEach((from, to) -> {
            String yaml = Orders.bundled().replace(from, to);
            assertThat(schema.validate(ReadYaml.of("a.yaml", yaml.getBytes(UTF_8), new Faults())
                            .orElseThrow()
                            .json()))
                    .as("schema: " + to)
                    .isNotEmpty();
            Faults faults = new Faults();
            Orders.read(yaml, faults);
            assertThat(faults.isSound()).as("program: " + to).isFalse();
        });
    }

    private static List<String> told(String from, String to) {
        Faults faults = new Faults();
        Orders.read(Orders.bundled().replaceFirst(java.util.regex.Pattern.quote(from), to), faults);
        return faults.faults().stream().map(fault -> fault.code()).toList();
    }
}

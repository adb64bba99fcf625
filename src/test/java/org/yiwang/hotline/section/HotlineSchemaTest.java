package org.yiwang.hotline.section;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import tools.jackson.databind.json.JsonMapper;

/** What editors are told of the rules for orders is what the program takes. */
class HotlineSchemaTest {
    private static final Path RULES = Path.of("scenarios", "hotline", "hotline", "orders.yaml");
    private static final Path SCHEMA = Path.of("scenarios", "schema", "hotline.schema.json");

    @Test
    void schema_and_program_take_and_refuse_the_same_rules() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new JsonMapper().readTree(Files.readString(SCHEMA)));
        changes(Files.readString(RULES)).forEach((yaml, isGood) -> {
            Faults faults = new Faults();
            PackageFiles files =
                    PackageFiles.of(Map.of("hotline/orders.yaml", yaml.getBytes(UTF_8)), List.of(), new Faults());
            ReadRules.of(files, faults);
            assertThat(faults.isSound())
                    .as("program:\n%s%s", yaml, faults.faults())
                    .isEqualTo(isGood);
            assertThat(schema.validate(files.documents("hotline").get("orders").json())
                            .isEmpty())
                    .as("schema:\n" + yaml)
                    .isEqualTo(isGood);
        });
    }

    /** Each with whether it is good. */
    private static Map<String, Boolean> changes(String rules) {
        Map<String, Boolean> changes = new LinkedHashMap<>();
        changes.put(rules, true);
        changes.put(rules.replace("工单号: 工单编号", "工单号: no"), true);
        changes.put(rules.replace("工单号: 工单编号", "工单号: 单号"), false);
        changes.put(rules.replace("  consultation:", "  query:"), false);
        changes.put(rules.replace("characters: 16", "characters: 0"), false);
        changes.put(rules.replace("category: H0903", "categorie: H0903"), false);
        changes.put(
                rules.replace("within: {amount: 1, unit: working-days}", "within: {amount: 1, unit: weeks}"), false);
        changes.put(
                rules.replace("first-contact: {amount: 2, unit: hours}", "contact: {amount: 2, unit: hours}"), false);
        changes.put(rules.replace(", whole: {amount: 15, unit: working-days}}", "}"), false);
        return changes;
    }
}

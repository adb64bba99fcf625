package org.yiwang;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.ReadCaseTypes;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PackageTemplate;
import org.yiwang.scenario.ReadYaml;
import tools.jackson.databind.json.JsonMapper;

/** What editors are told of packages is what the program takes. */
class ScenarioSchemasTest {
    private static final Path FOLDER = Path.of("scenarios");
    private static final String PACK =
            PackageTemplate.of("tried").get("pack.yaml").replace("needs: [standard]", "needs: []");
    private static final String TYPE = """
            code: X0101
            name: 某事
            kind: event
            limits: {handle: {amount: 1, unit: days}}
            reply: {amount: 1, unit: days}
            lead: chengguan
            """;

    /** Each with whether it is good. */
    private static final Map<String, Boolean> TYPES = types();

    @Test
    void the_packages_of_the_repository_hold_against_the_schemas() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                String folder = file.getParent().getFileName().toString();
                String kind = file.getFileName().toString().equals("pack.yaml") ? "pack" : folder;
                if (Files.exists(FOLDER.resolve("schema").resolve(kind + ".schema.json")))
                    assertThat(schema(kind)
                                    .validate(node(Files.readString(file)).json()))
                            .as(file.toString())
                            .isEmpty();
            }
        }
    }

    @Test
    void a_new_package_holds_against_the_schemas() throws IOException {
        Map<String, String> files = PackageTemplate.of("tried");
        assertThat(schema("pack").validate(node(files.get("pack.yaml")).json())).isEmpty();
        assertThat(schema("cases")
                        .validate(node(files.get("cases/example.yaml")).json()))
                .isEmpty();
    }

    @Test
    void schema_and_program_take_and_refuse_the_same_case_types() throws IOException {
        Schema cases = schema("cases");
        TYPES.forEach((yaml, isGood) -> {
            assertThat(cases.validate(node(yaml).json()).isEmpty())
                    .as("schema:\n" + yaml)
                    .isEqualTo(isGood);
            Faults faults = new Faults();
            Map<String, byte[]> files = Map.of("pack.yaml", PACK.getBytes(UTF_8), "cases/a.yaml", yaml.getBytes(UTF_8));
            ReadCaseTypes.of(PackageFiles.of(files, List.of(), faults), faults);
            assertThat(faults.isSound())
                    .as("program:\n%s%s", yaml, faults.faults())
                    .isEqualTo(isGood);
        });
    }

    @Test
    void schema_and_program_take_and_refuse_the_same_packs() throws IOException {
        Schema schema = schema("pack");
        Map<String, Boolean> packs = new HashMap<>();
        packs.put(PACK, true);
        packs.put(PACK.replace("id: tried", "id: Tried"), false);
        packs.put(PACK.replace("name: ", "nom: "), false);
        packs.put(PACK.replace("units: [chengguan]", "units: [chengguan, A]"), false);
        packs.put(PACK + "system: S26\n", false);
        packs.put(PACK + "system: S25\n", true);
        packs.put(PACK.replace("version: \"1.0\"", "version: \"1 0\""), false);
        packs.forEach((yaml, isGood) -> {
            assertThat(schema.validate(node(yaml).json()).isEmpty())
                    .as("schema:\n" + yaml)
                    .isEqualTo(isGood);
            Faults faults = new Faults();
            PackageFiles.of(Map.of("pack.yaml", yaml.getBytes(UTF_8)), List.of(), faults);
            assertThat(faults.isSound())
                    .as("program:\n%s%s", yaml, faults.faults())
                    .isEqualTo(isGood);
        });
    }

    private static Map<String, Boolean> types() {
        Map<String, Boolean> types = new HashMap<>();
        types.put(TYPE, true);
        types.put(TYPE + "urgent: true\nopen: false\nselfHandle: true\nevidence: {before: 1, after: 2}\n", true);
        types.put("types: []\ngroups: {X01: 某类}\nprofiles: {}\n", true);
        types.put(TYPE.replace("X0101", "x-1"), false);
        types.put(TYPE.replace("event", "matter"), false);
        types.put(TYPE.replace("unit: days}}", "unit: weeks}}"), false);
        types.put(TYPE.replace("handle", "think"), false);
        types.put(TYPE.replace("reply: {amount: 1, unit: days}\n", ""), false);
        types.put(TYPE + "colour: red\n", false);
        types.put(TYPE + "urgent: maybe\n", false);
        types.put(TYPE + "steps: [{id: persuade, name: 劝导, photos: 1, within: {amount: 2, unit: hours}}]\n", true);
        types.put(TYPE + "steps: [{id: persuade, name: 劝导, when: reworks >= 1}]\n", true);
        types.put(TYPE + "steps: [{id: Persuade, name: 劝导}]\n", false);
        types.put(TYPE + "steps: [{name: 劝导}]\n", false);
        types.put(TYPE + "dispatch: [{when: channel == 'grid', lead: committee, note: 就近}]\n", true);
        types.put(TYPE + "dispatch: [{limits: {handle: {amount: 3, unit: days}}, urgency: urgent}]\n", true);
        types.put(TYPE + "dispatch: [{note: 就近}]\n", false);
        types.put(TYPE + "dispatch: [{urgency: soon}]\n", false);
        types.put(TYPE + "repeats: {within: {amount: 30, unit: days}}\n", false);
        field(types, "{type: string, title: 店名}", true);
        field(types, "{type: string, title: 店名, minLength: 2, maxLength: 80, description: 门头上的字}", true);
        field(types, "{type: string, title: 说明, x-widget: text, maxLength: 2000}", true);
        field(types, "{type: number, title: 面积, minimum: 0, x-unit: 平方米}", true);
        field(types, "{type: integer, title: 人数, minimum: 1, maximum: 9}", true);
        field(types, "{type: string, format: date, title: 日期}", true);
        field(types, "{type: string, format: date-time, title: 时间}", true);
        field(types, "{type: boolean, title: 有证}", true);
        field(types, "{type: string, title: 行业, oneOf: [{const: food, title: 餐饮}]}", true);
        field(types, "{type: array, title: 商品, items: {oneOf: [{const: a, title: 甲}]}, uniqueItems: true}", true);
        field(types, "{type: string, x-register: building, title: 楼栋}", true);
        field(types, "{type: string}", false);
        field(types, "{type: string, title: 店名, maxlength: 80}", false);
        field(types, "{type: string, title: 店名, maxLength: 900}", false);
        field(types, "{type: string, title: 时间, format: time}", false);
        field(types, "{type: number, title: 面积, maxLength: 3}", false);
        field(types, "{type: word, title: 类别}", false);
        field(types, "{type: string, title: 行业, oneOf: []}", false);
        field(types, "{type: string, title: 行业, oneOf: [{const: 1, title: 一}]}", false);
        field(types, "{type: string, title: 行业, oneOf: [{const: title, title: 标题}]}", false);
        field(types, "{type: array, title: 商品}", false);
        field(types, "{type: object, title: 其他}", false);
        return types;
    }

    private static void field(Map<String, Boolean> types, String field, boolean isGood) {
        types.put(TYPE + "form: {type: object, properties: {x: " + field + "}}\n", isGood);
    }

    private static Node node(String yaml) {
        return ReadYaml.of("example.yaml", yaml.getBytes(UTF_8), new Faults()).orElseThrow();
    }

    private static Schema schema(String name) throws IOException {
        Path file = FOLDER.resolve("schema").resolve(name + ".schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new JsonMapper().readTree(Files.readString(file)));
    }
}

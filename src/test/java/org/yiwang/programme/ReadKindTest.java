package org.yiwang.programme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.scenario.Fault;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.ReadYaml;
import tools.jackson.databind.json.JsonMapper;

/** A kind of file that would get stuck, or let somebody skip what must not be skipped, is told before anybody opens one. */
public class ReadKindTest {
    private static final Path FOLDER = Path.of("scenarios", "approval");

    /** The bundled kind. */
    public static Definition bundled() {
        return read(yaml(), new Faults()).get("scenario");
    }

    @Test
    void the_bundled_kind_is_sound_and_told_in_both_languages() {
        Faults faults = new Faults();
        read(yaml(), faults);
        assertThat(faults.all()).isEmpty();
        assertThat(bundled().kind().stages())
                .extracting(one -> one.title().en())
                .contains("First review", "Approved");
    }

    @Test
    void each_fault_is_told_by_what_is_wrong() {
        assertThat(told("to: reviewed", "to: reviwed")).contains("programme.no-stage", "programme.unreachable");
        assertThat(told("who: [owner], hands-in", "who: [ownr], hands-in")).containsExactly("scenario.not-one-of");
        assertThat(told("papers: [minutes]", "papers: [minute]")).containsExactly("programme.paper-unknown");
        assertThat(told("name: 已立项, days: 250", "name: 已立项, end: true")).contains("programme.end-goes-on");
        assertThat(told("name: 已后评估, end: true", "name: 已后评估")).containsExactly("programme.dead-end");
        assertThat(told("name: 草拟, edited: true", "name: 草拟"))
                .contains("programme.first-not-edited", "programme.hands-in-nowhere");
        assertThat(told("hands-in: true, ", "")).containsExactly("programme.nothing-handed-in");
        assertThat(told("opinions: {units: [guanliban, pinganban, chengguan, paichusuo], least: 2}", ""))
                .containsExactly("programme.opinions-nowhere");
        assertThat(told("least: 2", "least: 5")).containsExactly("scenario.not-whole");
        assertThat(told("units: [guanliban,", "units: [fangguan,")).containsExactly("scenario.unit-not-declared");
        assertThat(told("title: name", "title: cost")).containsExactly("programme.title-field");
        assertThat(told("number: CJ", "number: 场景")).containsExactly("programme.bad-mark");
        assertThat(told("{id: returned", "{id: draft")).contains("programme.twice");
        assertThat(told("owner: {type: string", "owner: {type: string, x-personal: true"))
                .containsExactly("programme.field-kind");
    }

    @Test
    void a_fault_stands_at_its_own_line() {
        Faults faults = new Faults();
        read(yaml().replace("number: CJ", "number: cj"), faults);
        long line = yaml().lines().takeWhile(one -> !one.startsWith("number:")).count() + 1;
        assertThat(faults.faults())
                .extracting(fault -> fault.spot().toString())
                .containsExactly("programmes/scenario.yaml:" + line);
    }

    @Test
    void schema_and_program_refuse_the_same() throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new JsonMapper()
                        .readTree(Files.readString(Path.of("scenarios", "schema", "programmes.schema.json"))));
        assertThat(schema.validate(json(yaml()))).isEmpty();
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("number: CJ", "number: cj");
        wrong.put("about: package", "about: street");
        wrong.put("days: 40", "days: 0");
        wrong.put("edited: true", "edited: perhaps");
        wrong.put("least: 2", "least: none");
        wrong.put("to: reviewed", "too: reviewed");
        wrong.put("minutes: 会议纪要", "Minutes: 会议纪要");
        wrong.forEach((from, to) -> {
            String yaml = yaml().replace(from, to);
            assertThat(schema.validate(json(yaml))).as("schema: " + to).isNotEmpty();
            Faults faults = new Faults();
            read(yaml, faults);
            assertThat(faults.isSound()).as("program: " + to).isFalse();
        });
    }

    private static tools.jackson.databind.JsonNode json(String yaml) {
        return ReadYaml.of("a.yaml", yaml.getBytes(UTF_8), new Faults())
                .orElseThrow()
                .json();
    }

    private static List<String> told(String from, String to) {
        Faults faults = new Faults();
        assertThat(yaml()).contains(from);
        read(yaml().replace(from, to), faults);
        return faults.faults().stream().map(Fault::code).distinct().toList();
    }

    private static String yaml() {
        return file("programmes/scenario.yaml");
    }

    private static String file(String path) {
        try {
            return Files.readString(FOLDER.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Definition> read(String yaml, Faults faults) {
        Map<String, byte[]> files = Map.of(
                "pack.yaml", file("pack.yaml").getBytes(UTF_8),
                "texts/en.yaml", file("texts/en.yaml").getBytes(UTF_8),
                "programmes/scenario.yaml", yaml.getBytes(UTF_8));
        return ReadKind.all(PackageFiles.of(files, List.of(), faults), 1, faults);
    }
}

package org.yiwang.booking.section;

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
import org.yiwang.scenario.Fault;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;
import tools.jackson.databind.json.JsonMapper;

/** What editors are told of offerings is what the program takes, and a fault stands at its line. */
class BookingSchemaTest {
    private static final Path WASTE = Path.of("scenarios", "waste");
    private static final Path SCHEMA = Path.of("scenarios", "schema", "bookings.schema.json");

    @Test
    void schema_and_program_take_and_refuse_the_same_offerings() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new JsonMapper().readTree(Files.readString(SCHEMA)));
        for (Map.Entry<String, Boolean> change : changes(bulky()).entrySet()) {
            PackageFiles files = files(change.getKey());
            Faults faults = new Faults();
            ReadOffering.all(files, 1, faults);
            assertThat(faults.isSound())
                    .as("program:\n%s%s", change.getKey(), faults.faults())
                    .isEqualTo(change.getValue());
            assertThat(schema.validate(files.documents("bookings").get("bulky").json())
                            .isEmpty())
                    .as("schema:\n" + change.getKey())
                    .isEqualTo(change.getValue());
        }
    }

    @Test
    void what_only_the_program_sees_is_named_with_its_line() throws IOException {
        assertThat(faults(bulky().replace("case: G0201", "case: G0209"))).containsExactly("booking.no-case-type@44");
        assertThat(faults(bulky().replace("unit: lvrong", "unit: fangguan")))
                .containsExactly("scenario.unit-not-declared@4");
        assertThat(faults(bulky().replace("\"13:30\"", "\"11:00\""))).containsExactly("booking.windows-turned@11");
        assertThat(faults(bulky().replace("from: 1, to: 14", "from: 15, to: 14")))
                .containsExactly("booking.ahead-turned@12");
        assertThat(faults(bulky().replace("id: mattress", "id: sofa"))).containsExactly("booking.twice@18");
    }

    private static List<String> faults(String yaml) throws IOException {
        Faults faults = new Faults();
        ReadOffering.all(files(yaml), 1, faults);
        return faults.faults().stream().map(BookingSchemaTest::told).toList();
    }

    private static String told(Fault fault) {
        return fault.refusal().code() + "@" + fault.spot().line();
    }

    private static PackageFiles files(String yaml) throws IOException {
        return PackageFiles.of(
                Map.of(
                        "pack.yaml",
                        Files.readAllBytes(WASTE.resolve("pack.yaml")),
                        "cases/collections.yaml",
                        Files.readAllBytes(WASTE.resolve("cases/collections.yaml")),
                        "bookings/bulky.yaml",
                        yaml.getBytes(UTF_8)),
                List.of(),
                new Faults());
    }

    private static String bulky() throws IOException {
        return Files.readString(WASTE.resolve("bookings/bulky.yaml"));
    }

    /** Each with whether it is good. */
    private static Map<String, Boolean> changes(String good) {
        Map<String, Boolean> changes = new LinkedHashMap<>();
        changes.put(good, true);
        changes.put(good.replace("open: true", "open: maybe"), false);
        changes.put(good.replace("open: true\n", ""), true);
        changes.put(good.replace("name: 大件垃圾上门收运\n", ""), false);
        changes.put(good.replace("[mon, tue,", "[monday, tue,"), false);
        changes.put(good.replace("[mon, tue,", "[mon, mon,"), false);
        changes.put(good.replace("holidays: false", "holiday: false"), false);
        changes.put(good.replace("\"08:30\"", "\"8:30\""), false);
        changes.put(good.replace("capacity: 12", "capacity: 0"), false);
        changes.put(good.replace(", capacity: 12", ""), false);
        changes.put(good.replace("  cancel: 12\n", ""), false);
        changes.put(good.replace("measure: piece", "measure: heap"), false);
        changes.put(good.replace("litres: 1200", "litres: 0"), false);
        changes.put(good.replace("id: sofa", "id: Sofa"), false);
        changes.put(good.replace("minutes: 8", "minutes: 0"), false);
        changes.put(good.replace("lon: 121.5441", "lon: 221.5441"), false);
        changes.put(good.replace("percent: 5, ", ""), false);
        changes.put(good.replace("kilograms: 40}", "kilograms: forty}"), false);
        changes.put(good.replace("  case: G0201\n", ""), false);
        changes.put(good.replace("  minutes: 8", "  sites: []\n  minutes: 8"), true);
        return changes;
    }
}

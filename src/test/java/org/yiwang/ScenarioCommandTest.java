package org.yiwang;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScenarioCommandTest {
    @TempDir
    Path folder;

    private record Said(int status, String text) {}

    @Test
    @Tag("database")
    void a_new_package_is_whole_and_a_fault_in_it_is_named_with_its_line() throws IOException {
        assertThat(run("scenario", "new", "night-market", "--in", folder.toString())
                        .status())
                .isZero();
        Path market = folder.resolve("night-market");
        Said sound = run("scenario", "check", market.toString());
        assertThat(sound.text()).endsWith("night-market: 0 faults, 0 warnings\n");
        assertThat(sound.status()).isZero();

        Path figure = market.resolve("indicators/cases.sql");
        String sql = Files.readString(figure);
        Files.writeString(figure, sql.replace("reported_on as month", "reported_in as month"));
        Said unknown = run("scenario", "check", market.toString());
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.text())
                .contains(
                        "night-market/indicators/cases.sql:7 The database says: column \"reported_in\" does not exist");
        Files.writeString(figure, sql);

        Path type = market.resolve("cases/example.yaml");
        Files.writeString(type, Files.readString(type).replace("lead: chengguan ", "lead: street-crew "));
        Said faulty = run("scenario", "check", market.toString());
        assertThat(faulty.status()).isEqualTo(1);
        assertThat(faulty.text())
                .contains("night-market/cases/example.yaml:7 unit \"street-crew\" is not declared. Known: chengguan."
                        + " Declare it in pack.yaml.\n");
    }

    @Test
    void what_cannot_be_done_is_said_with_a_remedy() {
        assertThat(run("scenario", "check", folder.toString()).text())
                .contains("has no pack.yaml")
                .contains("scenario new");
        assertThat(run("scenario", "new", "Night Market").text()).contains("small letters");
        assertThat(run("scenario", "new", "x1", "--in", folder.toString()).status())
                .isZero();
        assertThat(run("scenario", "new", "x1", "--in", folder.toString()).text())
                .contains("is there already");
        assertThat(run("scenario", "--help").text()).contains("check", "new");
    }

    private static Said run(String... args) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream caught = new PrintStream(text, true, UTF_8);
        System.setOut(caught);
        System.setErr(caught);
        try {
            int status = new CommandLine(new Yiwang()).execute(args);
            return new Said(status, text.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}

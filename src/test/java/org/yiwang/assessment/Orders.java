package org.yiwang.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.Occasion;
import org.yiwang.assessment.model.Occasion.Matter;
import org.yiwang.assessment.model.Occasion.Ran;
import org.yiwang.assessment.model.Occasion.Visit;
import org.yiwang.casework.model.Clock.Outcome;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;

/** Orders of one March, made by hand, and formulas to try them with. */
final class Orders {
    static final Instant NOW = Instant.parse("2021-04-08T01:00:00Z");
    private static final Path BUNDLED = Path.of("scenarios", "assessment");

    private Orders() {}

    /** The formula that comes with the program. */
    static Assessment hotline() {
        return read(bundled(), new Faults());
    }

    static String bundled() {
        try {
            return Files.readString(BUNDLED.resolve("assessments/hotline.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Assessment read(String yaml, Faults faults) {
        return ReadAssessment.all(pack(yaml), 1, faults).get("hotline");
    }

    private static PackageFiles pack(String yaml) {
        try {
            Map<String, byte[]> files = new TreeMap<>();
            files.put("pack.yaml", Files.readAllBytes(BUNDLED.resolve("pack.yaml")));
            files.put("texts/en.yaml", Files.readAllBytes(BUNDLED.resolve("texts/en.yaml")));
            files.put("assessments/hotline.yaml", yaml.getBytes(UTF_8));
            return PackageFiles.of(files, List.of(), new Faults());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Matter matter(int number, String committee) {
        return new Matter(
                new UUID(0, number),
                "DQ20210301-H-%04d".formatted(number),
                "某事",
                "hotline",
                "H0101",
                "normal",
                committee,
                1,
                0,
                0,
                0,
                0,
                0);
    }

    static Occasion clock(Matter matter, String kind, Outcome outcome, int lateHours) {
        Instant due = Instant.parse("2021-03-10T04:00:00Z");
        @Nullable Instant stopped = outcome == Outcome.RUNNING ? null : due.plusSeconds(3600L * lateHours);
        return occasion(matter, kind, 1, due, new Ran(due, stopped, outcome, 0, 0), null);
    }

    static Occasion visit(Matter matter, boolean reached, @Nullable Boolean solved, @Nullable Integer stars) {
        return occasion(
                matter,
                "return-visit",
                1,
                Instant.parse("2021-03-20T04:00:00Z"),
                null,
                new Visit(reached, solved, stars));
    }

    static Occasion step(Matter matter, String kind, int seq) {
        return occasion(matter, kind, seq, Instant.parse("2021-03-15T04:00:00Z"), null, null);
    }

    private static Occasion occasion(
            Matter matter, String kind, int ref, Instant at, @Nullable Ran clock, @Nullable Visit visit) {
        LocalDate day = LocalDate.ofInstant(at, ZoneId.of("Asia/Shanghai"));
        return new Occasion(matter, kind, ref, at, day, "chengguan", clock, visit, null);
    }
}

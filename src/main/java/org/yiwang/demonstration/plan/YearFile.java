package org.yiwang.demonstration.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a year's file and checks it as a whole, so that every fault is told at once with its line and what to do. */
public final class YearFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private YearFile() {}

    /** The file cannot be played; the message has a line for each fault. */
    public static final class Faulty extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Faulty(List<String> faults) {
            super(String.join(System.lineSeparator(), faults));
        }
    }

    /**
     * @param categories codes that exist
     * @throws Faulty naming file, line, field and remedy of each fault
     */
    public static YearPlan read(Path file, Set<String> categories) throws IOException {
        String text = Files.readString(file);
        YearPlan plan = parse(file, text);
        List<String> faults = new ArrayList<>();
        YamlLines lines = new YamlLines(YAML, text);
        new YearCheck(
                        plan,
                        categories,
                        (pointer, message) -> faults.add("%s:%d %s: %s"
                                .formatted(
                                        file,
                                        lines.of(pointer),
                                        pointer.substring(1).replace('/', '.'),
                                        message)))
                .run();
        if (!faults.isEmpty()) throw new Faulty(faults);
        return plan;
    }

    /**
     * Where the demonstration's clock stands when it opens; all else in the file is left unread.
     *
     * @throws Faulty when the file does not say
     */
    public static Instant opening(Path file) throws IOException {
        try {
            String now = YAML.readTree(Files.readString(file)).path("now").asString("");
            return LocalDateTime.parse(now).atZone(WorkCalendar.ZONE).toInstant();
        } catch (JacksonException | DateTimeParseException e) {
            throw new Faulty(
                    List.of(
                            file
                                    + ": now: say where the demonstration's clock stands when it opens, such as now: 2021-12-31T10:30"));
        }
    }

    private static YearPlan parse(Path file, String text) {
        try {
            return YAML.readValue(text, YearPlan.class);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            String field = e instanceof DatabindException bound ? field(bound) : "";
            throw new Faulty(
                    List.of("%s:%d %s: %s Correct the line; examples/year-2021.yaml shows how each field is written."
                            .formatted(file, line, field, e.getOriginalMessage())));
        }
    }

    private static String field(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference part : e.getPath()) {
            if (part.getPropertyName() != null)
                path.append(path.isEmpty() ? "" : ".").append(part.getPropertyName());
            else path.append('[').append(part.getIndex()).append(']');
        }
        return path.toString();
    }
}

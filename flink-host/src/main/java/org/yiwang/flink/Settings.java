package org.yiwang.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.util.ParameterTool;

/** What Flink is told, by its own names; whatever is given as {@code -Dname=value} wins. */
final class Settings {
    private final TreeMap<String, String> values = new TreeMap<>();

    Settings set(String name, Object value) {
        values.put(name, value.toString());
        return this;
    }

    /** Writes them where Flink's programs look for them, and answers what those are to be called with. */
    List<String> write(Path folder, List<String> given) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("config.yaml"),
                values.entrySet().stream()
                        .map(one -> one.getKey() + ": \"" + one.getValue() + "\"\n")
                        .collect(Collectors.joining()));
        List<String> arguments = new ArrayList<>(List.of("--configDir", folder.toString()));
        arguments.addAll(given);
        return arguments;
    }

    static List<String> dynamic(String[] arguments) {
        return List.of(arguments).stream().filter(one -> one.startsWith("-D")).toList();
    }

    static ParameterTool named(String[] arguments) {
        return ParameterTool.fromArgs(
                List.of(arguments).stream().filter(one -> !one.startsWith("-D")).toArray(String[]::new));
    }
}

package org.yiwang.alarms;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java that Flink runs on: 17, or else 21. */
final class Java17 {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    private Java17() {}

    static String program() throws IOException {
        List<Path> homes = new ArrayList<>();
        String told = System.getenv("YIWANG_FLINK_JAVA_HOME");
        if (told != null) homes.add(Path.of(told));
        for (String release : List.of("17", "21"))
            if (Files.isDirectory(INSTALLED))
                try (DirectoryStream<Path> found = Files.newDirectoryStream(INSTALLED, "*-" + release + "*")) {
                    found.forEach(homes::add);
                }
        for (Path home : homes) {
            Path program = home.resolve("bin/java");
            if (Files.isExecutable(program)) return program.toString();
        }
        throw new IllegalStateException(
                "Flink runs on Java 17, and none was found. Install it: apt-get install openjdk-17-jre-headless. Or say where it is: YIWANG_FLINK_JAVA_HOME");
    }
}

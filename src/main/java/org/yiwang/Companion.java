package org.yiwang;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another command of the same program, as a process beside a demonstration; neither outlives the other. */
final class Companion {
    private Companion() {}

    /** @param output takes what it prints */
    static Process start(Path output, List<String> command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Yiwang.class.getName()));
        line.addAll(command);
        line.addAll(List.of("--beside", String.valueOf(ProcessHandle.current().pid())));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    /** In the process beside: ends when the other does. */
    static void endWith(long pid) {
        ProcessHandle.of(pid)
                .ifPresent(other -> Thread.ofPlatform().daemon().name("beside").start(() -> {
                    other.onExit().join();
                    System.exit(0);
                }));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

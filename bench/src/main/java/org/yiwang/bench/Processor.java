package org.yiwang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time that this process and all that it started have used so far, in seconds: steadier than the clock on a machine that others use too. */
record Processor(double database, double programs) {
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    static Processor now() {
        return of(ProcessHandle.current());
    }

    /** Of this process and of all that it started. */
    static Processor of(ProcessHandle first) {
        double database = 0;
        double programs = seconds(first);
        try (Stream<ProcessHandle> descendants = first.descendants()) {
            for (ProcessHandle process : descendants.toList()) {
                if (name(process).startsWith("postgres")) database += seconds(process);
                else programs += seconds(process);
            }
        }
        return new Processor(database, programs);
    }

    Processor since(Processor before) {
        return new Processor(database - before.database, programs - before.programs);
    }

    /** Of this process alone. */
    static double seconds(ProcessHandle process) {
        String[] fields = afterName(process).split(" ");
        return fields.length <= SYSTEM
                ? 0
                : (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS_PER_SECOND;
    }

    /** Of memory that this process alone holds now. */
    static double megabytes(ProcessHandle process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")))
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
        return 0;
    }

    /** The line of the process table behind the name, which itself may hold anything. */
    private static String afterName(ProcessHandle process) {
        String line = read(process, "stat");
        return line.substring(line.lastIndexOf(')') + 1).strip();
    }

    private static String name(ProcessHandle process) {
        return read(process, "comm").strip();
    }

    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException e) {
            return "";
        }
    }
}

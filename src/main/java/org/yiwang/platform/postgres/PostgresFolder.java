package org.yiwang.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The files of the product's own PostgreSQL: binaries, password, data, log. PostgreSQL refuses to run as root, so root hands it to nobody. */
final class PostgresFolder {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String RELEASE = "18.6.0";
    private static final int PASSWORD_BYTES = 24;

    private final Path home;

    PostgresFolder(Path home) {
        this.home = home;
    }

    Path data() {
        return home.resolve("postgres");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    private Path binaries() {
        return home.resolve("postgres-" + RELEASE);
    }

    String password() throws IOException {
        return Files.readString(home.resolve("postgres.password"));
    }

    void prepare() throws IOException, InterruptedException {
        if (!Files.exists(binaries())) unpack();
        if (!Files.exists(home.resolve("postgres.password"))) writePassword();
        if (!Files.exists(data().resolve("PG_VERSION"))) initialise();
    }

    /** The command line that runs one of the server's programs, as another user where we are root. */
    List<String> command(String program) {
        List<String> command = new ArrayList<>();
        if (isRoot()) command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        command.add(binaries().resolve("bin").resolve(program).toString());
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void writePassword() throws IOException {
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        Path file = Files.createFile(
                home.resolve("postgres.password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(secret));
    }

    private void initialise() throws IOException, InterruptedException {
        deleteTree(data());
        Files.createDirectories(data());
        Path handed = home.resolve("postgres.password.init");
        Files.copy(home.resolve("postgres.password"), handed, StandardCopyOption.REPLACE_EXISTING);
        giveAway(data());
        giveAway(handed);
        List<String> command = new ArrayList<>(command("initdb"));
        command.addAll(List.of("-D", data().toString(), "-U", PostgresServer.USER, "-A", "scram-sha-256"));
        command.addAll(List.of(
                "--pwfile=" + handed,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        run(command);
        Files.delete(handed);
    }

    private void giveAway(Path path) throws IOException, InterruptedException {
        if (isRoot()) run(List.of("chown", "nobody:nogroup", path.toString()));
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(
                    "The database could not be set up in %s. Its reasons stand in %s. Is the folder readable for the user nobody?"
                            .formatted(data(), log()));
        }
    }

    private void unpack() throws IOException {
        Path fresh = Files.createTempDirectory(home, "unpack");
        try (InputStream raw = PostgresFolder.class.getResourceAsStream(ARCHIVE)) {
            if (raw == null)
                throw new IOException("This build lacks the database for this machine. Set YIWANG_DATABASE_URL.");
            unpack(new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(raw))), fresh);
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(fresh, binaries(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, Path into) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = into.resolve(entry.getName()).normalize();
            if (!target.startsWith(into)) throw new IOException("Archive entry outside its folder: " + entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(target.getParent());
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(target.getParent());
                Files.copy(tar, target);
                boolean executable = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) return;
        try (var walk = Files.walk(root)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}

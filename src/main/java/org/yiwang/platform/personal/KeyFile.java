package org.yiwang.platform.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that holds the keys, one line each, oldest first; the last one seals. Readable for its owner alone. */
public final class KeyFile {
    /** Its name in the data folder, unless YIWANG_KEY_FILE names another place. */
    public static final String NAME = "personal-data.keys";

    private static final Pattern LINE =
            Pattern.compile("(k\\d{1,9}) ([0-9a-f]{%d})".formatted(2 * DataKey.SECRET_BYTES));
    private static final String HEAD = """
            # Keys of the personal data in this installation's database; the last one seals, all of them open.
            # Without this file names and telephone numbers are lost for good: keep a copy apart from the database's backups.
            """;
    private static final FileAttribute<?> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;

    public KeyFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /** Whether others than the owner can read it. */
    boolean isOpenToOthers() throws IOException {
        Set<String> others = Set.of("GROUP_READ", "GROUP_WRITE", "OTHERS_READ", "OTHERS_WRITE");
        return Files.getPosixFilePermissions(path).stream().anyMatch(right -> others.contains(right.name()));
    }

    /** @throws KeyTrouble naming the line that is no key */
    List<DataKey> read() throws IOException {
        List<DataKey> keys = new ArrayList<>();
        List<String> lines = Files.readAllLines(path, UTF_8);
        for (int n = 0; n < lines.size(); n++) {
            if (lines.get(n).isBlank() || lines.get(n).startsWith("#")) continue;
            Matcher key = LINE.matcher(lines.get(n).strip());
            if (!key.matches()) throw KeyTrouble.unreadable(path, n + 1);
            keys.add(new DataKey(key.group(1), HexFormat.of().parseHex(key.group(2))));
        }
        if (keys.isEmpty()) throw KeyTrouble.empty(path);
        return keys;
    }

    /** Adds a new key, which seals from the next start on. Creates the file where there is none. Answers the key's id. */
    public String addKey() throws IOException {
        List<DataKey> before = exists() ? read() : List.of();
        int number = before.stream()
                        .mapToInt(key -> Integer.parseInt(key.id().substring(1)))
                        .max()
                        .orElse(0)
                + 1;
        byte[] secret = new byte[DataKey.SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String text = exists() ? Files.readString(path, UTF_8) : HEAD;
        replace(text + "k%d %s%n".formatted(number, HexFormat.of().formatHex(secret)));
        return "k" + number;
    }

    /** The whole file or none of it: a key that sealed something must not get lost with the power. */
    private void replace(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, OWNER_ALONE);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    }
}

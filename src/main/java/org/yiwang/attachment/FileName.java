package org.yiwang.attachment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.platform.Refusal;

/** A file's name as people gave it, without what could deceive a reader or a file system. */
final class FileName {
    private static final int LENGTH_MAX = 120;
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z][A-Za-z0-9]{1,4})$");
    // Controls, and the invisible characters that turn "gpj.exe" round to read "exe.jpg".
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\"<>|*?:\\\\/]");

    private FileName() {}

    /** The last part of the path, made safe, with an extension that tells what the file is. */
    static String clean(String given, FileKind kind) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String safe = UNSAFE.matcher(Normalizer.normalize(last, Normalizer.Form.NFC))
                .replaceAll("")
                .strip();
        int[] characters = safe.codePoints().toArray();
        if (characters.length > LENGTH_MAX) safe = new String(characters, characters.length - LENGTH_MAX, LENGTH_MAX);
        String extension = kind.name().toLowerCase(Locale.ROOT);
        if (safe.isEmpty()) return "file." + extension;
        return extension(safe).isPresent() ? safe : safe + "." + extension;
    }

    /** Refuses a name that promises something else than the content holds: the next person would be deceived by it. */
    static Optional<Refusal> contradiction(String name, FileKind kind) {
        return extension(name)
                .filter(extension -> !kind.extensions().contains(extension))
                .map(extension ->
                        Refusal.invalid("file", "attachment.name-contradicts-content", extension, kind.name()));
    }

    private static Optional<String> extension(String name) {
        Matcher found = EXTENSION.matcher(name);
        return found.find() ? Optional.of(found.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}

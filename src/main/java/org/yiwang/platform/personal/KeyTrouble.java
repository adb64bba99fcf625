package org.yiwang.platform.personal;

import java.nio.file.Path;

/** The keys of the personal data are not those that the database was filled with; nothing starts until that is put right. */
public final class KeyTrouble extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    private KeyTrouble(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }

    static KeyTrouble missing(Path file, String key) {
        return new KeyTrouble(
                "The key file %s is missing, but names and telephone numbers in the database are sealed with key %s."
                        .formatted(file, key),
                "Put the copy of the key file back, or name its place in YIWANG_KEY_FILE. Nothing was started and nothing was changed.");
    }

    static KeyTrouble other(Path file, String key) {
        return new KeyTrouble(
                "Key %s in %s is not the one that the database was filled with.".formatted(key, file),
                "Use the key file that belongs to this database: its copy, or the one of the node that was started first. All nodes share one file.");
    }

    static KeyTrouble lacking(Path file, String key) {
        return new KeyTrouble(
                "%s lacks key %s, which the database was filled with.".formatted(file, key),
                "Put the line of key %s back from the copy of the key file; keys are only ever added.".formatted(key));
    }

    static KeyTrouble unreadable(Path file, int line) {
        return new KeyTrouble(
                "Line %d of %s is not a key.".formatted(line, file),
                "A line is a name such as k1, a space and 64 hexadecimal digits. Put the copy of the key file back.");
    }

    static KeyTrouble empty(Path file) {
        return new KeyTrouble(
                "%s holds no key.".formatted(file),
                "Put the copy of the key file back. If this installation is new, delete the file; a new one is made at the next start.");
    }
}

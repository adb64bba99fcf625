package org.yiwang.sensing.model;

import java.util.Arrays;

/** What readers of the log are told between messages, in words that only they understand. */
public final class Note {
    private final byte[] words;

    public Note(byte[] words) {
        this.words = words.clone();
    }

    public byte[] words() {
        return words.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Note note && Arrays.equals(words, note.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}

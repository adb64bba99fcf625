package org.yiwang.platform.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The seals outside the database: one line each in {@code seals.log} of the data folder, so that not even the database's owner can take seals back unseen.
 * Copy it to another machine as it grows.
 */
@Component
class SealLog {
    private final Path file;

    SealLog(@Value("${yiwang.data}") Path data) {
        this.file = data.resolve("seals.log");
    }

    Path file() {
        return file;
    }

    List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file, US_ASCII) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Number of the last seal in the file; 0 when there is none. */
    long last() {
        List<String> lines = lines();
        return lines.isEmpty() ? 0 : number(lines.getLast());
    }

    /** The number that a line begins with; -1 when it begins with none. */
    static long number(String line) {
        String first = line.substring(0, Math.max(0, line.indexOf(' ')));
        return first.matches("\\d{1,18}") ? Long.parseLong(first) : -1;
    }

    void append(Seal seal) {
        byte[] line = (seal.line() + "\n").getBytes(US_ASCII);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}

package org.yiwang.attachment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The bytes, in {@code attachments/ab/cd/<id>} of the data folder; ab and cd are the id's last digits, because its first ones are the time. While an upload is
 * under way a mark of its own tells so: what a crash leaves behind is found by it.
 */
@Component
class AttachmentFiles {
    private final Path root;

    AttachmentFiles(@Value("${yiwang.data}") Path data) {
        this.root = data.resolve("attachments");
    }

    Path original(UUID id) {
        String digits = id.toString();
        return root.resolve(digits.substring(32, 34))
                .resolve(digits.substring(34))
                .resolve(digits);
    }

    Path thumbnail(UUID id) {
        return original(id).resolveSibling(id + "-480");
    }

    void begin(UUID id) throws IOException {
        Files.createDirectories(root.resolve("incoming"));
        Files.createFile(mark(id));
    }

    void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var rest = java.nio.ByteBuffer.wrap(bytes); rest.hasRemaining(); ) out.write(rest);
            out.force(true);
        }
    }

    void end(UUID id) throws IOException {
        Files.deleteIfExists(mark(id));
    }

    void delete(UUID id) throws IOException {
        Files.deleteIfExists(original(id));
        Files.deleteIfExists(thumbnail(id));
        Files.deleteIfExists(mark(id));
    }

    /** Uploads that began before the time and never ended. */
    List<UUID> unended(Instant before) throws IOException {
        List<UUID> found = new ArrayList<>();
        try (Stream<Path> marks = Files.list(root.resolve("incoming"))) {
            for (Path mark : marks.toList()) {
                if (Files.getLastModifiedTime(mark).toInstant().isBefore(before))
                    found.add(UUID.fromString(mark.getFileName().toString()));
            }
        } catch (NoSuchFileException e) {
            return found;
        }
        return found;
    }

    private Path mark(UUID id) {
        return root.resolve("incoming").resolve(id.toString());
    }
}

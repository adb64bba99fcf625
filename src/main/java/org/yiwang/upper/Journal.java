package org.yiwang.upper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines in a file, each on the disk before anybody is told of it. A line that was cut off by the end of the process never counted. */
final class Journal implements AutoCloseable {
    private final FileChannel file;

    private Journal(FileChannel file) {
        this.file = file;
    }

    /** @param lines what the file holds, in order; filled by this call */
    static Journal open(Path path, List<String> lines) throws IOException {
        byte[] all = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        int start = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] != '\n') continue;
            lines.add(new String(all, start, i - start, UTF_8));
            start = i + 1;
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(start);
        file.position(start);
        return new Journal(file);
    }

    static Journal open(Path path) throws IOException {
        return open(path, new ArrayList<>());
    }

    void append(String line) throws IOException {
        write((line + "\n").getBytes(UTF_8));
    }

    /** Half a line, as a process leaves it that dies while it writes. */
    void appendHalf(String line) throws IOException {
        byte[] whole = line.getBytes(UTF_8);
        write(Arrays.copyOf(whole, whole.length / 2));
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) file.write(buffer);
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

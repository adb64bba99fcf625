package org.yiwang.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** One open screen's line, as cheap as it can be: takes the chunks of the answer apart and hands over whole lines. */
final class Ear {
    private enum Part {
        HEAD,
        SIZE,
        CONTENT
    }

    private final SocketChannel channel;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(512);
    private Part part = Part.HEAD;
    private int left;

    private Ear(SocketChannel channel) {
        this.channel = channel;
    }

    static Ear open(int port, String cookie) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String request =
                "GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nCookie: %s\r\n\r\n"
                        .formatted(cookie);
        channel.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
        channel.configureBlocking(false);
        return new Ear(channel);
    }

    SocketChannel channel() {
        return channel;
    }

    void hear(ByteBuffer bytes, Consumer<String> each) throws IOException {
        while (bytes.hasRemaining()) {
            switch (part) {
                case HEAD -> head(bytes.get());
                case SIZE -> size(bytes.get());
                case CONTENT -> content(bytes.get(), each);
            }
        }
    }

    private void head(byte next) throws IOException {
        if (!ends(next)) return;
        String said = text();
        if (said.startsWith("HTTP/") && !said.contains(" 200"))
            throw new IOException("The stream was refused: " + said);
        if (said.isEmpty()) part = Part.SIZE;
    }

    /** The end of the chunk before stands as an empty line before the size of the next one. */
    private void size(byte next) throws IOException {
        if (!ends(next)) return;
        String said = text();
        if (said.isEmpty()) return;
        left = Integer.parseInt(said, 16);
        if (left == 0) throw new IOException("The server ended the stream");
        part = Part.CONTENT;
    }

    private void content(byte next, Consumer<String> each) {
        if (next != '\n') line.write(next);
        else {
            each.accept(line.toString(UTF_8));
            line.reset();
        }
        if (--left == 0) part = Part.SIZE;
    }

    private boolean ends(byte next) {
        if (next == '\n') return true;
        if (next != '\r') text.write(next);
        return false;
    }

    private String text() {
        String said = text.toString(US_ASCII);
        text.reset();
        return said;
    }
}

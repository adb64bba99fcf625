package org.yiwang.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One open screen that waits for alarms. */
final class AlarmEar implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Ear ear;
    private final Selector selector = Selector.open();
    private final BlockingQueue<News> heard = new LinkedBlockingQueue<>();
    private volatile boolean closed;
    private volatile @Nullable Exception broken;

    AlarmEar(int port, String cookie) throws IOException {
        ear = Ear.open(port, cookie);
        ear.channel().register(selector, SelectionKey.OP_READ);
        Thread.ofPlatform().daemon().name("alarm-ear").start(this::follow);
    }

    /**
     * An alarm began or ended.
     *
     * @param what RAISED or CLEARED
     * @param nanos when it was heard, by {@link System#nanoTime}
     */
    record News(String id, String what, long nanos, Instant at) {}

    /** What it heard, in order. */
    BlockingQueue<News> heard() {
        return heard;
    }

    /** Why it hears no more. */
    @Nullable
    Exception broken() {
        return broken;
    }

    private void follow() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 14);
        try {
            while (!closed) {
                selector.select();
                selector.selectedKeys().clear();
                if (!closed) read(buffer);
            }
        } catch (IOException | RuntimeException e) {
            if (!closed) broken = e;
        }
    }

    private void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (ear.channel().read(buffer) < 0) throw new IOException("The stream was closed");
        long nanos = System.nanoTime();
        Instant at = Clock.systemUTC().instant();
        ear.hear(buffer.flip(), line -> {
            if (!line.contains("\"RAISED\"") && !line.contains("\"CLEARED\"")) return;
            JsonNode news = JSON.readTree(line.substring(line.indexOf('{')));
            heard.add(new News(
                    news.path("id").asString(), news.path("what").asString(), nanos, at));
        });
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        ear.channel().close();
        selector.close();
    }
}

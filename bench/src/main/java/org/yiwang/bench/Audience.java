package org.yiwang.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Many open screens, followed by one thread; keeps when each heard of each step. */
final class Audience implements AutoCloseable {
    private static final long GREETING_SECONDS_MAX = 60;
    private static final String DATA = "data:";

    private final Selector selector;
    private final List<Ear> ears = new ArrayList<>();
    private final Map<String, long[]> heard = new ConcurrentHashMap<>();
    private final CountDownLatch greeted;
    private final Thread thread;
    private volatile @Nullable IOException broken;
    private volatile boolean closed;
    private long bytes;

    private Audience(int streams) throws IOException {
        selector = Selector.open();
        greeted = new CountDownLatch(streams);
        thread = Thread.ofPlatform().daemon().name("audience").unstarted(this::follow);
    }

    /** @param cookies sessions over which the streams are spread evenly */
    static Audience gather(int port, List<String> cookies, int streams) throws Exception {
        Audience audience = new Audience(streams);
        for (int number = 0; number < streams; number++) {
            Ear ear = Ear.open(port, cookies.get(number % cookies.size()));
            ear.channel().register(audience.selector, SelectionKey.OP_READ, number);
            audience.ears.add(ear);
        }
        audience.thread.start();
        if (!audience.greeted.await(GREETING_SECONDS_MAX, TimeUnit.SECONDS))
            throw new IOException("Not every stream was opened in time", audience.broken);
        return audience;
    }

    int streams() {
        return ears.size();
    }

    /** When each stream heard of the step, by {@link System#nanoTime}; 0 for one that did not. */
    long[] heard(String step) {
        return heard.getOrDefault(step, new long[ears.size()]);
    }

    boolean hasHeard(String step) {
        return Arrays.stream(heard(step)).allMatch(at -> at != 0);
    }

    private void follow() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
        try {
            while (!closed) {
                selector.select(key -> read(key, buffer));
                if (broken != null) return;
            }
        } catch (IOException e) {
            broken = e;
        }
    }

    private void read(SelectionKey key, ByteBuffer buffer) {
        int number = (Integer) key.attachment();
        Ear ear = ears.get(number);
        try {
            buffer.clear();
            int count = ear.channel().read(buffer);
            if (count < 0) throw new IOException("Stream %d was closed".formatted(number));
            bytes += count;
            long now = System.nanoTime();
            ear.hear(buffer.flip(), line -> note(number, line, now));
        } catch (IOException e) {
            broken = e;
            key.cancel();
        }
    }

    private void note(int number, String line, long now) {
        if (line.startsWith("event: hello")) greeted.countDown();
        if (!line.startsWith(DATA)) return;
        String step = step(line);
        if (step == null) return;
        long[] times = heard.computeIfAbsent(step, any -> new long[ears.size()]);
        if (times[number] == 0) times[number] = now;
    }

    /** Case and version; null where the line tells of something else. */
    static @Nullable String step(String line) {
        int version = line.indexOf("\"version\"");
        int id = line.indexOf("\"id\"");
        if (version < 0 || id < 0) return null;
        int from = line.indexOf('"', id + 4) + 1;
        return line.substring(from, line.indexOf('"', from)) + "/" + number(line, version + 9);
    }

    private static int number(String line, int from) {
        int value = 0;
        boolean begun = false;
        for (int i = from; i < line.length(); i++) {
            int digit = Character.digit(line.charAt(i), 10);
            if (digit < 0 && begun) break;
            if (digit < 0) continue;
            begun = true;
            value = value * 10 + digit;
        }
        return value;
    }

    @Nullable
    IOException broken() {
        return broken;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        for (Ear ear : ears) ear.channel().close();
        selector.close();
    }
}

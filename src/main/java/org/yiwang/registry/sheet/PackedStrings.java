package org.yiwang.registry.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Many texts in little memory: their bytes one after the other, a third of what objects would take. */
final class PackedStrings {
    static final long BYTES_MAX = 96L << 20;
    private static final int BLOCK_BYTES = 1 << 20;

    private final List<byte[]> blocks = new ArrayList<>();
    private long[] starts = new long[1024];
    private int[] lengths = new int[1024];
    private int count;
    private int free;

    /** Whether there was room for it. */
    boolean add(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (blocks.size() * (long) BLOCK_BYTES + bytes.length > BYTES_MAX) return false;
        if (free < bytes.length) newBlock(bytes.length);
        byte[] block = blocks.getLast();
        int at = block.length - free;
        System.arraycopy(bytes, 0, block, at, bytes.length);
        if (count == starts.length) grow();
        starts[count] = ((long) (blocks.size() - 1) << 32) | at;
        lengths[count++] = bytes.length;
        free -= bytes.length;
        return true;
    }

    /** @throws IndexOutOfBoundsException when there is no such text */
    String get(int index) {
        if (index < 0 || index >= count) throw new IndexOutOfBoundsException(index);
        byte[] block = blocks.get((int) (starts[index] >>> 32));
        return new String(block, (int) starts[index], lengths[index], UTF_8);
    }

    private void newBlock(int bytesMin) {
        byte[] block = new byte[Math.max(BLOCK_BYTES, bytesMin)];
        blocks.add(block);
        free = block.length;
    }

    private void grow() {
        starts = Arrays.copyOf(starts, count * 2);
        lengths = Arrays.copyOf(lengths, count * 2);
    }
}

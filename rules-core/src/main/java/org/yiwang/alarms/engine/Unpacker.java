package org.yiwang.alarms.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packer} has written. */
final class Unpacker {
    private final byte[] bytes;
    private int place;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return place < bytes.length;
    }

    long number() {
        long sum = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[place++];
            sum |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return (sum >>> 1) ^ -(sum & 1);
    }

    int small() {
        return Math.toIntExact(number());
    }

    long fixed() {
        long sum = 0;
        for (int i = 0; i < 8; i++) sum = (sum << 8) | (bytes[place++] & 0xff);
        return sum;
    }

    boolean flag() {
        return bytes[place++] != 0;
    }

    String text() {
        return new String(raw(), StandardCharsets.UTF_8);
    }

    byte[] raw() {
        int length = small();
        byte[] raw = Arrays.copyOfRange(bytes, place, place + length);
        place += length;
        return raw;
    }

    <E extends Enum<E>> E name(Class<E> of) {
        return Enum.valueOf(of, text());
    }

    @Nullable
    String maybe() {
        return flag() ? text() : null;
    }

    <T> List<T> each(Supplier<T> read) {
        int size = small();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < size; i++) values.add(read.get());
        return values;
    }

    List<String> texts() {
        return each(this::text);
    }

    SortedMap<String, Object> values() {
        SortedMap<String, Object> values = new TreeMap<>();
        int size = small();
        for (int i = 0; i < size; i++) {
            String name = text();
            Object value = value();
            if (value != null) values.put(name, value);
        }
        return values;
    }

    @Nullable
    Object value() {
        int kind = bytes[place++];
        return switch (kind) {
            case 0 -> null;
            case 1 -> Double.longBitsToDouble(fixed());
            case 2 -> true;
            case 3 -> false;
            case 4 -> text();
            default -> throw new IllegalArgumentException("no kind of value: " + kind);
        };
    }
}

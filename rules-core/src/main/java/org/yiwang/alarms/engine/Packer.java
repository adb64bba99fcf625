package org.yiwang.alarms.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes values into few bytes, the same ones on every machine. Numbers take as many bytes as they need. */
final class Packer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Packer number(long number) {
        long left = (number << 1) ^ (number >> 63);
        while ((left & ~0x7fL) != 0) {
            bytes.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
        return this;
    }

    Packer fixed(long number) {
        for (int shift = 56; shift >= 0; shift -= 8) bytes.write((int) (number >>> shift));
        return this;
    }

    Packer flag(boolean flag) {
        bytes.write(flag ? 1 : 0);
        return this;
    }

    Packer text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return raw(utf8);
    }

    Packer raw(byte[] raw) {
        number(raw.length);
        bytes.write(raw, 0, raw.length);
        return this;
    }

    Packer name(Enum<?> one) {
        return text(one.name());
    }

    /** A text or none. */
    Packer maybe(@Nullable String text) {
        flag(text != null);
        return text == null ? this : text(text);
    }

    <T> Packer each(Collection<T> values, Consumer<T> write) {
        number(values.size());
        values.forEach(write);
        return this;
    }

    Packer texts(Collection<String> texts) {
        return each(texts, this::text);
    }

    Packer values(SortedMap<String, Object> values) {
        return each(values.entrySet(), value -> text(value.getKey()).value(value.getValue()));
    }

    /** A text, a number, a truth value, or nothing. */
    Packer value(@Nullable Object value) {
        if (value == null) bytes.write(0);
        else if (value instanceof Double number) {
            bytes.write(1);
            fixed(Double.doubleToLongBits(number));
        } else if (value instanceof Boolean flag) bytes.write(flag ? 2 : 3);
        else if (value instanceof String text) {
            bytes.write(4);
            text(text);
        } else throw new IllegalArgumentException("no value of a channel: " + value.getClass());
        return this;
    }
}

package org.yiwang.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.yiwang.platform.Sm3;

/**
 * An SM3 hash as a value.
 *
 * @param hex 64 lower-case digits
 */
public record Hash(String hex) {
    /** What the first link of every chain follows: 32 zero bytes. */
    public static final Hash ORIGIN = of(new byte[Sm3.BYTES]);

    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** Hash of the chain's next link, whose canonical text follows this one. */
    public Hash then(String canonical) {
        return of(Sm3.hash(bytes(), canonical.getBytes(UTF_8)));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

package org.yiwang.platform;

import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The hash function SM3 (GB/T 32905-2016). */
public final class Sm3 {
    public static final int BYTES = 32;

    private Sm3() {}

    /** Hash of the parts, one after the other. */
    public static byte[] hash(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) digest.update(part, 0, part.length);
        byte[] out = new byte[BYTES];
        digest.doFinal(out, 0);
        return out;
    }

    /** Hash of all that the stream holds. */
    public static byte[] hash(InputStream in) throws IOException {
        SM3Digest digest = new SM3Digest();
        byte[] some = new byte[1 << 14];
        for (int n = in.read(some); n >= 0; n = in.read(some)) digest.update(some, 0, n);
        byte[] out = new byte[BYTES];
        digest.doFinal(out, 0);
        return out;
    }
}

package org.yiwang.platform.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.AEADBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * One key for personal data. The key of the cipher (SM4-GCM, GB/T 32907-2016 with GB/T 15852.3) and the key of the blind index (HMAC-SM3) are derived from one
 * secret and do not give each other away.
 */
final class DataKey {
    static final int SECRET_BYTES = 32;
    static final int NONCE_BYTES = 12;
    private static final int CIPHER_KEY_BYTES = 16;
    private static final int TAG_BITS = 128;

    private final String id;
    private final byte[] secret;
    private final byte[] cipherKey;
    private final byte[] indexKey;

    DataKey(String id, byte[] secret) {
        if (secret.length != SECRET_BYTES)
            throw new IllegalArgumentException("A key has %d bytes, not %d".formatted(SECRET_BYTES, secret.length));
        this.id = id;
        this.secret = secret.clone();
        this.cipherKey = Arrays.copyOf(mac(secret, "yiwang cipher"), CIPHER_KEY_BYTES);
        this.indexKey = mac(secret, "yiwang index");
    }

    String id() {
        return id;
    }

    byte[] secret() {
        return secret.clone();
    }

    /** Tells two keys apart without giving either away. */
    byte[] fingerprint() {
        return mac(secret, "yiwang fingerprint");
    }

    byte[] index(String value) {
        return mac(indexKey, value);
    }

    byte[] seal(byte[] nonce, String plain, String place) {
        try {
            return run(true, cipherKey, nonce, plain.getBytes(UTF_8), place.getBytes(UTF_8));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Sealing cannot fail", e);
        }
    }

    /** @throws InvalidCipherTextException when the sealed bytes were altered or belong to another place */
    String open(byte[] nonce, byte[] sealed, String place) throws InvalidCipherTextException {
        return new String(run(false, cipherKey, nonce, sealed, place.getBytes(UTF_8)), UTF_8);
    }

    static byte[] run(boolean seal, byte[] key, byte[] nonce, byte[] in, byte[] associated)
            throws InvalidCipherTextException {
        AEADBlockCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(seal, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
        byte[] out = new byte[cipher.getOutputSize(in.length)];
        int length = cipher.processBytes(in, 0, in.length, out, 0);
        cipher.doFinal(out, length);
        return out;
    }

    private static byte[] mac(byte[] key, String text) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        byte[] bytes = text.getBytes(UTF_8);
        mac.update(bytes, 0, bytes.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }
}

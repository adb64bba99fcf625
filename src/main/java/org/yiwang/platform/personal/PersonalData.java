package org.yiwang.platform.personal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.jspecify.annotations.Nullable;

/**
 * Seals what may identify a person before it is stored, and opens it again (PIPL article 51, GB/T 22239-2019 8.1.4.8). A sealed text names its key
 * ({@code sm4:<key>:<base64>}), so that keys can be changed while older texts still open.
 */
public final class PersonalData {
    private static final String MARK = "sm4:";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, DataKey> keys = new LinkedHashMap<>();
    private final DataKey current;

    /** @param keys oldest first; the last one seals */
    PersonalData(List<DataKey> keys) {
        for (DataKey key : keys) this.keys.put(key.id(), key);
        this.current = keys.getLast();
    }

    /**
     * The text, readable only with the key and only for the same place.
     *
     * @param place where it is kept, such as {@code report/<id>/phone}; a sealed text that is moved to another row or column does not open there
     */
    public @Nullable String seal(@Nullable String plain, String place) {
        if (plain == null) return null;
        byte[] nonce = new byte[DataKey.NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = current.seal(nonce, plain, place);
        byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
        return mark() + ENCODER.encodeToString(whole);
    }

    /**
     * The text that was sealed for this place. What was stored before there were keys is answered as it is, until it has been sealed.
     *
     * @throws IllegalStateException when it was altered, moved, or its key is not at hand
     */
    public @Nullable String open(@Nullable String sealed, String place) {
        if (sealed == null || !sealed.startsWith(MARK)) return sealed;
        int end = sealed.indexOf(':', MARK.length());
        DataKey key = keys.get(sealed.substring(MARK.length(), Math.max(end, MARK.length())));
        if (key == null) throw new IllegalStateException(place + " is sealed with a key that is not in the key file");
        byte[] whole = Base64.getUrlDecoder().decode(sealed.substring(end + 1));
        byte[] nonce = Arrays.copyOf(whole, DataKey.NONCE_BYTES);
        try {
            return key.open(nonce, Arrays.copyOfRange(whole, DataKey.NONCE_BYTES, whole.length), place);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(place + " was altered or does not belong there", e);
        }
    }

    /** What every text begins with that is sealed with the key in use. */
    public String mark() {
        return MARK + current.id() + ":";
    }

    /** A value's blind index under the key in use: equal values have equal indexes, and nobody without the key can make one. */
    public byte @Nullable [] index(@Nullable String value) {
        return value == null ? null : current.index(value);
    }

    /** The blind indexes that this value may have, one for each key that has been in use. */
    public List<byte[]> indexes(String value) {
        return keys.values().stream().map(key -> key.index(value)).toList();
    }

    @Override
    public String toString() {
        return "PersonalData[" + Objects.requireNonNull(current).id() + " of " + keys.keySet() + "]";
    }
}

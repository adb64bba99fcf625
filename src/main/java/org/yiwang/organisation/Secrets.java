package org.yiwang.organisation;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords (Argon2id, parameters of the OWASP Password Storage Cheat Sheet) and random tokens. */
@Component
public final class Secrets {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int TOKEN_BYTES = 32;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final SecureRandom random = new SecureRandom();
    private final String nobody = encoder.encode("nobody");

    String encode(String password) {
        return encoder.encode(password);
    }

    boolean matches(String password, String encoded) {
        return encoder.matches(password, encoded);
    }

    /** As much work as a real comparison, so that an unknown login cannot be told from a wrong password by the clock. */
    void matchNobody(String password) {
        encoder.matches(password, nobody);
    }

    /** 256 random bits for a cookie or a link. */
    public String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package org.yiwang.organisation;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords (Argon2id with the second of the parameter sets of the OWASP Password Storage Cheat Sheet: m = 19 MiB, t = 2, p = 1) and random tokens. */
@Component
public final class Secrets {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int TOKEN_BYTES = 32;
    private static final int PASSWORD_LETTERS = 18;
    private static final int LETTERS_PER_GROUP = 6;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final SecureRandom random = new SecureRandom();
    private final String nobody = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY_KIB, PASSES, LANES, standard(SALT_BYTES), standard(HASH_BYTES));

    public String encode(String password) {
        return encoder.encode(password);
    }

    public boolean matches(String password, String encoded) {
        return encoder.matches(password, encoded);
    }

    /** A stored form that no password has; comparing with it takes as long as with any other. */
    public String nobody() {
        return nobody;
    }

    /** Whether the stored form was made with weaker parameters than today's. */
    public boolean isOutdated(String encoded) {
        return encoder.upgradeEncoding(encoded);
    }

    /** 256 random bits for a cookie or a link. */
    public String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** A password to be handed to a person: 89 random bits, without characters that are easily mistaken. */
    public String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LETTERS; i++) {
            if (i > 0 && i % LETTERS_PER_GROUP == 0) password.append('-');
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private String standard(int length) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes(length));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}

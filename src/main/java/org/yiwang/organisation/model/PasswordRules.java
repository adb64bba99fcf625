package org.yiwang.organisation.model;

import java.util.Locale;
import java.util.Optional;
import org.yiwang.platform.Refusal;

/** What a password must fulfil: length above all (NIST SP 800-63B, 5.1.1.2), and nothing that is guessed first. */
public final class PasswordRules {
    public static final int CHARACTERS_MIN = 12;
    public static final int CHARACTERS_MAX = 128;
    private static final int DIFFERENT_CHARACTERS_MIN = 6;

    private PasswordRules() {}

    /** Why the password may not be used for this login. */
    public static Optional<Refusal> fault(String password, String login) {
        if (password.length() < CHARACTERS_MIN) return refuse("people.password-too-short", CHARACTERS_MIN);
        if (password.length() > CHARACTERS_MAX) return refuse("people.password-too-long", CHARACTERS_MAX);
        if (isEasy(password.toLowerCase(Locale.ROOT), login)) return refuse("people.password-easy");
        return Optional.empty();
    }

    private static boolean isEasy(String password, String login) {
        return password.contains(login)
                || password.chars().distinct().count() < DIFFERENT_CHARACTERS_MIN
                || "abcdefghijklmnopqrstuvwxyz01234567890123456789qwertyuiopasdfghjklzxcvbnm".contains(password);
    }

    private static Optional<Refusal> refuse(String code, Object... arguments) {
        return Optional.of(Refusal.invalid("password", code, arguments));
    }
}

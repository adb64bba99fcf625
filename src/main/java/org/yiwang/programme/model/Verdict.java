package org.yiwang.programme.model;

import java.util.Locale;
import java.util.Optional;

/** What a unit thinks of what is under review. */
public enum Verdict {
    /** 同意 */
    AGREE,
    /** 有条件同意 */
    CONDITIONS,
    /** 不同意 */
    AGAINST;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verdict> of(String id) {
        for (Verdict one : values()) if (one.id().equals(id)) return Optional.of(one);
        return Optional.empty();
    }
}

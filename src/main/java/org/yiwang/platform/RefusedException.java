package org.yiwang.platform;

import java.util.Map;

/** Carries a refusal from a use case to its channel; without a stack trace, because nothing is broken. */
public final class RefusedException extends RuntimeException {
    /** Member of the answer: when to come back; also sent as Retry-After. */
    public static final String RETRY_AFTER_SECONDS = "retryAfterSeconds";

    /** Member of the answer: every field that is wrong, where several are; a list of refusals. */
    public static final String FIELDS = "fields";

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient Map<String, Object> members;

    public RefusedException(Refusal refusal) {
        this(refusal, Map.of());
    }

    /** @param members what the answer says beside the words, by name */
    public RefusedException(Refusal refusal, Map<String, Object> members) {
        super(refusal.code() + refusal.arguments(), null, false, false);
        this.refusal = refusal;
        this.members = members;
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, Object> members() {
        return members;
    }
}

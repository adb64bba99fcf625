package org.yiwang.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that is turned down: not a defect, but an answer. The words for {@code code} stand in {@code refusals/*.yaml} in both languages: what happened
 * and why, then the remedy.
 *
 * @param kind what sort of refusal it is; decides the HTTP status
 * @param code stable name such as {@code case.not-assignable}
 * @param field the request's field at fault, where there is one
 * @param arguments values for the places {0}, {1} … in the words
 */
public record Refusal(Kind kind, String code, @Nullable String field, List<Object> arguments) {

    /** Sorts of refusal with the HTTP status each is answered with (RFC 9110, RFC 6585). */
    public enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        NOT_ALLOWED(405),
        CONFLICT(409),
        GONE(410),
        STALE(412),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        INVALID(422),
        THROTTLED(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public static Refusal refuse(Kind kind, String code, Object... arguments) {
        return new Refusal(kind, code, null, List.of(arguments));
    }

    public static Refusal invalid(String field, String code, Object... arguments) {
        return new Refusal(Kind.INVALID, code, field, List.of(arguments));
    }

    public static Refusal conflict(String code, Object... arguments) {
        return refuse(Kind.CONFLICT, code, arguments);
    }

    public static Refusal forbidden(String code, Object... arguments) {
        return refuse(Kind.FORBIDDEN, code, arguments);
    }

    public static Refusal notFound(String code, Object... arguments) {
        return refuse(Kind.NOT_FOUND, code, arguments);
    }

    public RefusedException exception() {
        return new RefusedException(this);
    }
}

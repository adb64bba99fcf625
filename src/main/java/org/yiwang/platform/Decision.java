package org.yiwang.platform;

/** The outcome of a pure decision: what is to happen, or why it may not. */
public sealed interface Decision<T> {

    record Granted<T>(T value) implements Decision<T> {}

    record Refused<T>(Refusal refusal) implements Decision<T> {}

    static <T> Decision<T> granted(T value) {
        return new Granted<>(value);
    }

    static <T> Decision<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** The granted value; throws {@link RefusedException} otherwise. */
    default T orThrow() {
        return switch (this) {
            case Granted<T>(T value) -> value;
            case Refused<T>(Refusal refusal) -> throw refusal.exception();
        };
    }
}

package org.yiwang.sensing.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The orders that a kind of device takes.
 *
 * @param answer the kind of message that it answers with; empty where it takes none
 * @param within how long to wait for an answer
 * @param tries how often an order is sent without one
 */
public record Orders(String answer, Duration within, int tries, Map<String, OrderKind> all) {
    public static final Orders NONE = new Orders("", Duration.ZERO, 0, Map.of());

    /** What an answer says: which order, whether it was done, and why not. */
    public static final String ORDER = "order";

    public static final String RESULT = "result";
    public static final String REASON = "reason";
    public static final String DONE = "done";
    public static final String REFUSED = "refused";

    public Optional<OrderKind> find(String id) {
        return Optional.ofNullable(all.get(id));
    }
}

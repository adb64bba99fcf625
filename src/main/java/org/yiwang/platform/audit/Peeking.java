package org.yiwang.platform.audit;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A sequence whose next element can be looked at before it is taken. */
final class Peeking<T> {
    private final Iterator<T> rest;
    private @Nullable T next;

    Peeking(Iterator<T> rest) {
        this.rest = rest;
        this.next = rest.hasNext() ? rest.next() : null;
    }

    /** The next element; null at the end. */
    @Nullable
    T peek() {
        return next;
    }

    /** Takes one; the one after it, null at the end. */
    @Nullable
    T next() {
        next = rest.hasNext() ? rest.next() : null;
        return next;
    }
}

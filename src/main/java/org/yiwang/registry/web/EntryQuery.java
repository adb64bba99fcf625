package org.yiwang.registry.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Refusal;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.store.FindEntries;
import org.yiwang.registry.store.FindEntries.Cursor;
import org.yiwang.registry.store.FindEntries.Order;

/**
 * What a list, a map or an export of entries is narrowed to, as clients write it into the address.
 *
 * @param q part of the key, the label or a text
 * @param state current (the default), retired or all
 * @param stale only what was not confirmed within the register's days
 * @param field a field and its value, such as {@code industry=food}; several narrow further
 * @param sort key (the default), changed or confirmed
 */
record EntryQuery(
        @Nullable String q,
        @Nullable String committee,
        @Nullable String cell,
        @Nullable String state,
        @Nullable Boolean stale,
        @Nullable List<String> field,
        @Nullable String sort) {

    FindEntries.Filter filter(Register register, Instant now) {
        Instant before = Boolean.TRUE.equals(stale) ? register.staleBefore(now) : null;
        return new FindEntries.Filter(q, committee, cell, fields(), retired(), before);
    }

    private @Nullable Boolean retired() {
        return switch (state == null ? "current" : state) {
            case "current" -> false;
            case "retired" -> true;
            case "all" -> null;
            default ->
                throw Refusal.invalid("state", "request.wrong-value", "state").exception();
        };
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        if (field == null) return fields;
        for (String one : field) {
            int equals = one.indexOf('=');
            if (equals <= 0)
                throw Refusal.invalid("field", "request.wrong-value", "field").exception();
            fields.put(one.substring(0, equals), one.substring(equals + 1));
        }
        return fields;
    }

    Order order() {
        return switch (sort == null ? "key" : sort) {
            case "key" -> Order.KEY;
            case "changed" -> Order.CHANGED;
            case "confirmed" -> Order.CONFIRMED;
            default ->
                throw Refusal.invalid("sort", "request.wrong-value", "sort").exception();
        };
    }

    /** Where the page before ended, as clients carry it: opaque to them. */
    Optional<Cursor> cursor(@Nullable String text) {
        if (text == null || text.isEmpty()) return Optional.empty();
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            UUID id = UUID.fromString(plain.substring(0, 36));
            String after = plain.substring(37);
            if (order() != Order.KEY) Instant.parse(after);
            if (after.indexOf('\0') >= 0) throw new IllegalArgumentException("no cursor of ours");
            return Optional.of(new Cursor(after, id));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw Refusal.invalid("cursor", "registry.bad-cursor").exception();
        }
    }

    static @Nullable String write(@Nullable Cursor cursor) {
        if (cursor == null) return null;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((cursor.id() + "|" + cursor.after()).getBytes(UTF_8));
    }
}

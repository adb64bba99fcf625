package org.yiwang.hotline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.yiwang.hotline.model.Listed;
import org.yiwang.hotline.model.Message;
import org.yiwang.hotline.model.OrderKind;
import org.yiwang.hotline.model.UpperOrder;
import tools.jackson.databind.JsonNode;

/** Reads what the upper platform writes. What it cannot read it hands on as it came, so that nothing is lost over a word that nobody knew. */
final class ReadMessage {
    private static final String URGENT = "JJ";
    private static final int WORDS_MAX = 4_000;
    private static final int TITLE_MAX = 80;
    private static final int SHORT_MAX = 200;

    /** Something that is missing or cannot be right. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String what) {
            super(what);
        }
    }

    Message message(JsonNode node) {
        long seq = node.path("seq").asLong(0);
        Instant at = null;
        try {
            at = instant(node, "at");
            return read(node, seq, at);
        } catch (Wrong e) {
            String no = node.path("order").path("no").asString(node.path("no").asString(""));
            return new Message.Unreadable(
                    seq, at == null ? Instant.EPOCH : at, no, String.valueOf(e.getMessage()), node.toString());
        }
    }

    private Message read(JsonNode node, long seq, Instant at) {
        String type = node.path("type").asString("");
        return switch (type) {
            case "order" -> new Message.Ordered(seq, at, order(node.path("order")));
            case "supervision" -> new Message.Supervised(seq, at, text(node, "no", SHORT_MAX), optional(node, "note"));
            case "return-review" ->
                new Message.ReturnReviewed(
                        seq,
                        at,
                        text(node, "no", SHORT_MAX),
                        optional(node, "key"),
                        flag(node),
                        optional(node, "note"));
            case "extension-review" ->
                new Message.ExtensionReviewed(
                        seq,
                        at,
                        text(node, "no", SHORT_MAX),
                        optional(node, "key"),
                        flag(node),
                        optional(node, "note"));
            default -> throw new Wrong("type: " + type);
        };
    }

    Message.Ordered ordered(JsonNode order) {
        UpperOrder read = order(order);
        return new Message.Ordered(0, read.receivedAt(), read);
    }

    Listed listed(JsonNode node) {
        return new Listed(text(node, "no", SHORT_MAX), optional(node, "status"), instant(node, "receivedAt"));
    }

    private UpperOrder order(JsonNode node) {
        String kind = text(node, "kind", SHORT_MAX);
        String title = optional(node, "title");
        return new UpperOrder(
                text(node, "no", UpperOrder.NO_CHARACTERS_MAX),
                OrderKind.written(kind).orElseThrow(() -> new Wrong("kind: " + kind)),
                optional(node, "urgency").equals(URGENT),
                optional(node, "category"),
                instant(node, "receivedAt"),
                node.hasNonNull("dueAt") ? instant(node, "dueAt") : null,
                title.isEmpty() ? null : title.substring(0, Math.min(title.length(), TITLE_MAX)),
                text(node, "content", WORDS_MAX),
                given(node, "caller"),
                given(node, "phone"),
                optional(node, "address"),
                number(node, "lon"),
                number(node, "lat"));
    }

    private static String text(JsonNode node, String key, int max) {
        String text = node.path(key).asString("").strip();
        if (text.isEmpty()) throw new Wrong(key);
        if (text.length() > max) throw new Wrong(key + " > " + max);
        return text;
    }

    private static String optional(JsonNode node, String key) {
        String text = node.path(key).asString("").strip();
        return text.substring(0, Math.min(text.length(), WORDS_MAX));
    }

    private static @Nullable String given(JsonNode node, String key) {
        String text = optional(node, key);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Double number(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isNumber() ? value.asDouble() : null;
    }

    private static boolean flag(JsonNode node) {
        JsonNode granted = node.path("granted");
        if (!granted.isBoolean()) throw new Wrong("granted");
        return granted.asBoolean();
    }

    private static Instant instant(JsonNode node, String key) {
        String text = node.path(key).asString("");
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Wrong(key + ": " + text);
        }
    }
}

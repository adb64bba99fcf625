package org.yiwang.sensing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.yiwang.sensing.model.DeviceKind;
import org.yiwang.sensing.model.MessageKind;
import org.yiwang.sensing.model.Understood;
import org.yiwang.sensing.model.Understood.Garbled;
import org.yiwang.sensing.model.Understood.Reading;
import org.yiwang.sensing.model.ValueField;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a payload says by the mapping of its kind, or why it says nothing that can be used. */
public final class MapPayload {
    /** A clock may be this much ahead of ours; what is further ahead comes from a clock that is wrong. */
    static final Duration AHEAD_MAX = Duration.ofMinutes(10);

    private static final int DEPTH_MAX = 12;
    private static final int DIGITS_MAX = 30;
    private static final int SCALE_MAX = 15;
    private static final int ID_CHARACTERS_MAX = 80;
    private static final BigDecimal HUGE = new BigDecimal("1e18");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxNumberLength(DIGITS_MAX)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MapPayload() {}

    /** @param arrived when it came; null for a recording, whose times are long past */
    public static Understood understand(
            DeviceKind kind, String messageKind, byte[] payload, @Nullable Instant arrived) {
        MessageKind message = kind.message(messageKind).orElse(null);
        if (message == null)
            return Garbled.of(
                    "sensing.unknown-message",
                    messageKind,
                    String.join(", ", kind.messages().keySet()));
        JsonNode root;
        try {
            root = JSON.readTree(payload);
        } catch (JacksonException e) {
            return Garbled.of("sensing.broken-json");
        }
        if (root == null || !root.isObject()) return Garbled.of("sensing.broken-json");
        try {
            Instant time = time(message, root);
            if (time != null && arrived != null) check(time, arrived, kind.late());
            return new Reading(time, id(message, root), values(message, root).toString());
        } catch (Wrong wrong) {
            return wrong.why;
        }
    }

    private static void check(Instant time, Instant arrived, Duration late) throws Wrong {
        if (time.isAfter(arrived.plus(AHEAD_MAX))) throw new Wrong("sensing.clock-ahead", time);
        if (time.isBefore(arrived.minus(late))) throw new Wrong("sensing.clock-behind", time, late.toHours());
    }

    private static @Nullable String id(MessageKind message, JsonNode root) throws Wrong {
        if (message.messageId() == null) return null;
        JsonNode node = root.at(message.messageId());
        if (!node.isString() && !node.isIntegralNumber()) throw new Wrong("sensing.no-message-id", message.messageId());
        String id = node.asString();
        if (id.isEmpty() || id.length() > ID_CHARACTERS_MAX)
            throw new Wrong("sensing.no-message-id", message.messageId());
        return storable(message.messageId(), id);
    }

    private static @Nullable Instant time(MessageKind message, JsonNode root) throws Wrong {
        if (message.time() == null) return null;
        JsonNode node = root.at(message.time());
        try {
            return switch (message.form()) {
                case RFC3339 -> OffsetDateTime.parse(node.asString("")).toInstant();
                case EPOCH_SECONDS -> epoch(node, 1_000);
                case EPOCH_MILLISECONDS -> epoch(node, 1);
            };
        } catch (DateTimeException | ArithmeticException e) {
            throw new Wrong("sensing.bad-time", message.time());
        }
    }

    private static Instant epoch(JsonNode node, int milliseconds) {
        if (!node.isNumber()) throw new DateTimeException("no number");
        BigDecimal exact = node.decimalValue().multiply(BigDecimal.valueOf(milliseconds));
        if (exact.abs().compareTo(HUGE) >= 0) throw new DateTimeException("out of range");
        Instant at = Instant.ofEpochMilli(exact.longValue());
        if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-01-01T00:00:00Z")))
            throw new DateTimeException("out of range");
        return at;
    }

    private static ObjectNode values(MessageKind message, JsonNode root) throws Wrong {
        ObjectNode values = JSON.createObjectNode();
        for (ValueField field : message.values()) {
            JsonNode node = root.at(field.pointer());
            if (!node.isMissingNode() && !node.isNull()) values.set(field.name(), value(field, node));
            else if (field.required()) throw new Wrong("sensing.value-missing", field.name(), field.pointer());
        }
        return values;
    }

    private static JsonNode value(ValueField field, JsonNode node) throws Wrong {
        boolean fits =
                switch (field.type()) {
                    case NUMBER -> node.isNumber();
                    case WHOLE -> node.isNumber() && isWhole(node.decimalValue());
                    case TRUTH -> node.isBoolean();
                    case TEXT, CHOICE -> node.isString();
                };
        if (!fits)
            throw new Wrong("sensing.wrong-type", field.name(), field.type().id());
        return switch (field.type()) {
            case NUMBER -> JSON.getNodeFactory().numberNode(bounded(field, node.decimalValue()));
            case WHOLE -> whole(bounded(field, node.decimalValue()).toBigIntegerExact());
            case TRUTH -> node;
            case TEXT -> JSON.getNodeFactory().stringNode(text(field, node.asString()));
            case CHOICE -> {
                if (field.choices().stream().noneMatch(one -> one.code().equals(node.asString())))
                    throw new Wrong(
                            "sensing.wrong-choice",
                            field.name(),
                            field.choices().stream()
                                    .map(ValueField.Choice::code)
                                    .reduce((a, b) -> a + ", " + b)
                                    .orElse(""));
                yield node;
            }
        };
    }

    private static JsonNode whole(BigInteger number) {
        return JSON.getNodeFactory().numberNode(number);
    }

    /** A number that reads 1e9 and one with a million zeros are both short in JSON: sizes are looked at before anything is reckoned. */
    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0
                || (number.precision() - (long) number.scale() <= DIGITS_MAX
                        && number.stripTrailingZeros().scale() <= 0);
    }

    private static BigDecimal bounded(ValueField field, BigDecimal number) throws Wrong {
        boolean tidy = number.signum() == 0
                || (number.scale() <= SCALE_MAX && number.precision() - (long) number.scale() <= DIGITS_MAX);
        boolean high = field.max() != null && number.compareTo(field.max()) > 0;
        boolean low = field.min() != null && number.compareTo(field.min()) < 0;
        if (!tidy || high || low)
            throw new Wrong("sensing.out-of-bounds", field.name(), bound(field.min()), bound(field.max()));
        return number.signum() == 0 ? BigDecimal.ZERO : number;
    }

    private static String text(ValueField field, String text) throws Wrong {
        boolean tooLong = field.max() != null && text.length() > field.max().intValue();
        boolean tooShort = field.min() != null && text.length() < field.min().intValue();
        if (tooLong || tooShort)
            throw new Wrong("sensing.out-of-bounds", field.name(), bound(field.min()), bound(field.max()));
        return storable(field.name(), text);
    }

    /** The database keeps neither NUL nor half of a pair of surrogates. */
    private static String storable(String name, String text) throws Wrong {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean pair = Character.isHighSurrogate(sign)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (sign == 0 || (Character.isSurrogate(sign) && !pair)) throw new Wrong("sensing.not-text", name);
            if (pair) i++;
        }
        return text;
    }

    private static String bound(@Nullable BigDecimal bound) {
        return bound == null ? "…" : bound.toPlainString();
    }

    /** Ends the reading of a payload; carries no trace, because devices can cause thousands a second. */
    private static final class Wrong extends Exception {
        private final transient Garbled why;

        Wrong(String reason, Object... detail) {
            super(reason, null, false, false);
            this.why = Garbled.of(reason, detail);
        }
    }
}

package org.yiwang.sensing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.MappingReader;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.Texts;
import org.yiwang.scenario.Words;
import org.yiwang.sensing.model.MessageKind;
import org.yiwang.sensing.model.OrderKind;
import org.yiwang.sensing.model.Orders;
import org.yiwang.sensing.model.ValueField;

/** Reads which orders a kind of device takes and how it answers. */
record ReadOrders(Texts texts, Faults faults) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int NAME_CHARACTERS_MAX = 40;
    private static final int ORDERS_MAX = 20;
    private static final int TRIES_MAX = 10;
    private static final int TRIES = 3;
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration EXPIRES_MAX = Duration.ofDays(1);

    /** @param messages those of the kind */
    Orders all(MappingReader kind, Map<String, MessageKind> messages, String path) {
        Map<String, Entry> given = kind.entries("orders");
        if (given.isEmpty()) return Orders.NONE;
        if (given.size() > ORDERS_MAX) faults.fault(kind.spot("orders"), "sensing.too-many", "orders", ORDERS_MAX);
        String answer = kind.text("answer", NAME_CHARACTERS_MAX);
        if (!answer.isEmpty() && !isAnswer(messages.get(answer)))
            faults.fault(kind.spot("answer"), "sensing.bad-answer", answer);
        Map<String, OrderKind> orders = new LinkedHashMap<>();
        given.forEach((id, entry) -> {
            if (!ID.matcher(id).matches()) faults.fault(entry.spot(), "sensing.bad-id", id);
            orders.put(id, order(id, path + ".orders." + id, entry, given.keySet()));
        });
        return new Orders(
                answer,
                ReadDuration.of(kind, "answer-within", 1, faults).orElse(WITHIN),
                kind.whole("tries", 1, TRIES_MAX).orElse(TRIES),
                orders);
    }

    private OrderKind order(String id, String path, Entry entry, java.util.Set<String> known) {
        MappingReader read = new MappingReader(entry.value(), faults, "name", "expires", "release", "by-hand", "with");
        String zh = read.text("name", NAME_CHARACTERS_MAX);
        read.required("expires");
        Duration expires = ReadDuration.of(read, "expires", 1, faults).orElse(WITHIN);
        if (expires.compareTo(EXPIRES_MAX) > 0) faults.fault(read.spot("expires"), "sensing.order-for-long");
        String release = read.optionalText("release", NAME_CHARACTERS_MAX).orElse(null);
        if (release != null && (!known.contains(release) || release.equals(id)))
            faults.fault(read.spot("release"), "sensing.no-order", release, String.join(", ", known));
        boolean byHand = read.flag("by-hand");
        if (byHand && release != null) faults.fault(read.spot("by-hand"), "sensing.release-by-hand", id);
        return new OrderKind(
                id,
                zh.isEmpty() ? Words.of(zh) : texts.words(zh, path + ".name", read.spot("name"), faults),
                expires,
                release,
                byHand,
                new ReadValueField(texts, faults).all(read, "with", path));
    }

    private static boolean isAnswer(@Nullable MessageKind message) {
        if (message == null) return false;
        List<ValueField> values = message.values();
        boolean names = values.stream()
                .anyMatch(
                        one -> one.name().equals(Orders.ORDER) && one.type() == ValueField.Type.TEXT && one.required());
        boolean says = values.stream()
                .anyMatch(one -> one.name().equals(Orders.RESULT)
                        && one.required()
                        && one.choices().stream()
                                .map(ValueField.Choice::code)
                                .toList()
                                .containsAll(List.of(Orders.DONE, Orders.REFUSED)));
        return names && says;
    }
}

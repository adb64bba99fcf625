package org.yiwang.upper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The platform's orders, what it has told the sub-district about them, and what the sub-district has told it. The sum of its journal. */
final class Ledger implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What a report may say of an order, each with the status that follows from it; empty leaves the status as it is. */
    static final Map<String, String> ACTS = Map.ofEntries(
            Map.entry("receipt", "YQS"),
            Map.entry("accepted", "YSL"),
            Map.entry("assigned", "YPD"),
            Map.entry("handling", "BLZ"),
            Map.entry("contact", ""),
            Map.entry("closed", "YBJ"),
            Map.entry("visited", "YHF"),
            Map.entry("declined", "BYSL"),
            Map.entry("reopened", "YSL"),
            Map.entry("merged", ""),
            Map.entry("status", ""),
            Map.entry("return", "TDSQ"),
            Map.entry("extension", ""));

    private static final String FIRST = "DQS";

    /** An order as the platform keeps it. */
    static final class Kept {
        final ObjectNode order;
        final List<JsonNode> acts = new ArrayList<>();
        String status = FIRST;
        String before = FIRST;
        int last;
        /** How many requests have been answered. */
        int reviews;

        Kept(ObjectNode order) {
            this.order = order;
        }
    }

    /** Status and body of an answer. */
    record Answer(int status, JsonNode body) {}

    private final JsonMapper json;
    private final Clock clock;
    private final Journal journal;
    private final Map<String, Kept> orders = new LinkedHashMap<>();
    private final List<ObjectNode> messages = new ArrayList<>();
    private final Map<String, String> keys = new HashMap<>();

    private Ledger(JsonMapper json, Clock clock, Journal journal) {
        this.json = json;
        this.clock = clock;
        this.journal = journal;
    }

    static Ledger open(Path file, JsonMapper json, Clock clock) throws IOException {
        List<String> lines = new ArrayList<>();
        Ledger ledger = new Ledger(json, clock, Journal.open(file, lines));
        for (String line : lines) ledger.apply((ObjectNode) json.readTree(line));
        return ledger;
    }

    /** Messages after a number, oldest first. */
    synchronized List<ObjectNode> after(long seq, int limit) {
        int from = (int) Math.max(0, Math.min(seq, messages.size()));
        return List.copyOf(messages.subList(from, Math.min(messages.size(), from + limit)));
    }

    synchronized long size() {
        return messages.size();
    }

    synchronized Optional<Kept> order(String no) {
        return Optional.ofNullable(orders.get(no));
    }

    /** Orders that were received on this day. */
    synchronized List<Kept> of(LocalDate day) {
        return orders.values().stream()
                .filter(kept -> LocalDate.ofInstant(
                                Instant.parse(kept.order.path("receivedAt").asString()), ZONE)
                        .equals(day))
                .toList();
    }

    synchronized List<Kept> all() {
        return List.copyOf(orders.values());
    }

    /** A new order for the sub-district; the same number again changes nothing. */
    synchronized Answer add(ObjectNode order, Fault fault) throws IOException {
        String no = order.path("no").asString("");
        if (no.isBlank()) return refused(422, "no");
        if (orders.containsKey(no))
            return new Answer(200, json.createObjectNode().put("repeated", true));
        ObjectNode entry = entry("order");
        entry.set("order", order);
        record(entry, fault);
        return new Answer(201, json.createObjectNode().put("seq", messages.size()));
    }

    /** A message about an order that is there: a supervision, or the outcome of a review. */
    synchronized Answer tell(String no, String type, ObjectNode content, Fault fault) throws IOException {
        if (!orders.containsKey(no)) return refused(404, "no");
        ObjectNode entry = entry("message").put("no", no).put("type", type);
        entry.set("content", content);
        record(entry, fault);
        return new Answer(201, json.createObjectNode().put("seq", messages.size()));
    }

    /**
     * What the sub-district says of an order. The same key again is answered again and changes nothing; a number below one that was there comes too late.
     */
    synchronized Answer report(String no, String key, ObjectNode report, Fault fault) throws IOException {
        Kept kept = orders.get(no);
        if (kept == null) return refused(404, "no");
        if (key.isBlank()) return refused(400, "Idempotency-Key");
        String earlier = keys.get(key);
        if (earlier != null)
            return earlier.equals(no)
                    ? new Answer(
                            200, json.createObjectNode().put("repeated", true).put("status", kept.status))
                    : refused(422, "Idempotency-Key");
        if (!ACTS.containsKey(report.path("act").asString(""))) return refused(422, "act");
        int number = report.path("number").asInt(0);
        if (number <= kept.last)
            return new Answer(
                    409, json.createObjectNode().put("error", "number").put("last", kept.last));
        ObjectNode entry = entry("report").put("no", no).put("key", key);
        entry.set("report", report);
        record(entry, fault);
        return new Answer(200, json.createObjectNode().put("status", kept.status));
    }

    private ObjectNode entry(String kind) {
        return json.createObjectNode()
                .put("kind", kind)
                .put("at", clock.instant().toString());
    }

    private void record(ObjectNode entry, Fault fault) throws IOException {
        String line = json.writeValueAsString(entry);
        if (fault == Fault.KILL_AMID) {
            journal.appendHalf(line);
            Runtime.getRuntime().halt(137);
        }
        journal.append(line);
        apply(entry);
    }

    private void apply(ObjectNode entry) {
        switch (entry.path("kind").asString()) {
            case "order" -> {
                ObjectNode order = (ObjectNode) entry.get("order");
                Kept kept = new Kept(order);
                orders.put(order.path("no").asString(), kept);
                String known = order.path("status").asString("");
                // What is entered with a status was dealt with before this platform began.
                if (known.isEmpty()) message(entry, "order").set("order", order);
                else kept.status = known;
            }
            case "message" -> {
                ObjectNode message = message(entry, entry.path("type").asString());
                message.put("no", entry.path("no").asString());
                message.setAll((ObjectNode) entry.get("content"));
                reviewed(orders.get(entry.path("no").asString()), message);
            }
            case "report" -> {
                Kept kept = orders.get(entry.path("no").asString());
                JsonNode report = entry.get("report");
                if (kept == null || report == null) return;
                keys.put(entry.path("key").asString(), entry.path("no").asString());
                kept.acts.add(report);
                kept.last = report.path("number").asInt();
                move(kept, report);
            }
            default -> throw new IllegalStateException("The journal holds an entry of an unknown kind: " + entry);
        }
    }

    private static void move(Kept kept, JsonNode report) {
        String act = report.path("act").asString();
        String next = act.equals("status") ? report.path("status").asString("") : ACTS.getOrDefault(act, "");
        if (next.isEmpty()) return;
        kept.before = kept.status;
        kept.status = next;
    }

    private static void reviewed(@Nullable Kept kept, JsonNode message) {
        String type = message.path("type").asString();
        if (kept == null || !type.endsWith("-review")) return;
        kept.reviews++;
        if (!type.equals("return-review")) return;
        kept.status = message.path("granted").asBoolean() ? "YTD" : kept.before;
    }

    private ObjectNode message(ObjectNode entry, String type) {
        ObjectNode message = json.createObjectNode()
                .put("seq", messages.size() + 1)
                .put("at", entry.path("at").asString())
                .put("type", type);
        messages.add(message);
        return message;
    }

    private Answer refused(int status, String what) {
        return new Answer(status, json.createObjectNode().put("error", what));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}

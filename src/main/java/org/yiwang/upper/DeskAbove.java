package org.yiwang.upper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plays those who work at the platform when nobody does: a new order now and then, and a word on whatever was asked for. */
final class DeskAbove {
    private static final String ORDERS = "/upper/orders.json";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final List<String> CALLERS = List.of("陆先生", "顾女士", "杨阿姨", "蒋先生", "沈女士");
    private static final int FIRST_NUMBER = 9_001;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final JsonMapper json;
    private final Clock clock;
    private final List<JsonNode> orders;

    DeskAbove(Ledger ledger, JsonMapper json, Clock clock) {
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
        try (InputStream in = DeskAbove.class.getResourceAsStream(ORDERS)) {
            orders = json.readTree(Objects.requireNonNull(in)).valueStream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Works from now on, on a thread of its own.
     *
     * @param pace between two orders; zero for none
     * @param review how long a request waits for its answer, which is yes; zero for none
     */
    void work(Duration pace, Duration review) {
        Thread.ofPlatform().daemon().name("desk-above").start(() -> {
            for (long second = 1; ; second++) {
                try {
                    Thread.sleep(LOOK);
                    if (!pace.isZero() && second % pace.toSeconds() == 0) order();
                    if (!review.isZero()) review(review);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    private void order() throws IOException {
        int count = ledger.all().size();
        ObjectNode order = (ObjectNode) orders.get(count % orders.size()).deepCopy();
        String day = DAY.format(LocalDate.ofInstant(clock.instant(), Ledger.ZONE));
        order.put("no", "SH" + day + "-" + (FIRST_NUMBER + count));
        order.put("receivedAt", clock.instant().toString());
        order.put("caller", CALLERS.get(count % CALLERS.size()));
        order.put("phone", "139%08d".formatted(10_000_000 + count * 7_919));
        ledger.add(order, Fault.OK);
    }

    private void review(Duration after) throws IOException {
        for (Ledger.Kept kept : ledger.all()) {
            for (JsonNode open : List.copyOf(open(kept))) {
                boolean isDue = !clock.instant()
                        .isBefore(Instant.parse(open.path("at").asString()).plus(after));
                if (isDue) answer(kept, open.path("act").asString());
            }
        }
    }

    /** What was asked for and has no answer yet. */
    private static List<JsonNode> open(Ledger.Kept kept) {
        List<JsonNode> asked = new ArrayList<>();
        for (JsonNode act : kept.acts)
            if (act.path("act").asString().equals("return")
                    || act.path("act").asString().equals("extension")) asked.add(act);
        return asked.subList(Math.min(kept.reviews, asked.size()), asked.size());
    }

    private void answer(Ledger.Kept kept, String act) throws IOException {
        ObjectNode content =
                json.createObjectNode().put("granted", true).put("note", act.equals("return") ? "同意退单" : "同意延期");
        ledger.tell(kept.order.path("no").asString(), act + "-review", content, Fault.OK);
    }
}

package org.yiwang.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The life of one device: what it has to do, and when. It knows no clock but the hours of its own agenda, so that the same seed, troubles and commands give the same
 * messages, at whatever speed it is lived.
 */
abstract class Life {
    /**
     * What a device begins with.
     *
     * @param every how often it is to be heard at least; zero leaves it as its kind has it
     */
    record Birth(String serial, long seed, Instant at, Duration every) {}

    private record Due(Instant at, long number, Runnable act) {}

    /** @param refused why not; null where it was done */
    private record Answer(@Nullable String refused) {}

    private static final int ANSWERS_KEPT = 100;
    private static final int BURST = 10;
    private static final int LARGE_CHARS = 5 * 1024 * 1024;

    final String serial;
    final SplittableRandom dice;
    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private final Faults faults;
    private final Duration every;
    private final Map<String, Answer> answered = new LinkedHashMap<>();
    private Consumer<Said> ear = said -> {};
    private Instant now;
    private long due;
    private long messages;
    private Instant silentUntil = Instant.MIN;
    private Duration clockOff = Duration.ZERO;

    Life(Birth birth) {
        serial = birth.serial();
        dice = new SplittableRandom(birth.seed() * 31 + birth.serial().hashCode());
        faults = new Faults(dice.split());
        every = birth.every();
        now = birth.at();
    }

    Instant next() {
        return agenda.isEmpty() ? Instant.MAX : agenda.peek().at();
    }

    /** Does what is due by then, in order. */
    final void live(Instant until, Faults.Shares shares, Consumer<Said> listener) {
        ear = said -> faults.pass(said, shares, listener, (after, act) -> in(after, act));
        while (!next().isAfter(until)) {
            Due one = agenda.remove();
            now = one.at();
            one.act().run();
        }
        now = until;
    }

    final Instant now() {
        return now;
    }

    final void in(Duration after, Runnable act) {
        agenda.add(new Due(now.plus(after), due++, act));
    }

    /** Again and again, the first time at any moment of the span: devices that were switched on together do not speak together. */
    final void regularly(Duration ofItsKind, Runnable act) {
        Duration span = every.isZero() ? ofItsKind : every;
        in(Duration.ofMillis(dice.nextLong(Math.max(1, span.toMillis()))), () -> again(span, act));
    }

    private void again(Duration span, Runnable act) {
        act.run();
        in(span, () -> again(span, act));
    }

    /** Says something with a number and the time of its own clock. */
    final void say(String kind, Consumer<ObjectNode> values) {
        if (now.isBefore(silentUntil)) return;
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("id", ++messages);
        payload.put("at", now.plus(clockOff).toString());
        values.accept(payload);
        ear.accept(new Said(now, serial, serial, kind, payload.toString(), false));
    }

    /** What can befall devices of this kind, beside what can befall any. */
    abstract List<String> troubles();

    /** One of {@link #troubles()} begins now. */
    abstract void befall(String trouble, Duration lasts);

    /**
     * An order from above, decided by the device itself.
     *
     * @return why not; null where it is done
     */
    @Nullable
    String obey(String order, JsonNode with) {
        return "unknown order";
    }

    /** Answers an order; the same again is answered again and not done twice. */
    final void hear(JsonNode command) {
        String id = command.path("id").asString("");
        Answer answer = answered.get(id);
        if (answer == null) {
            answer = new Answer(obey(command.path("order").asString(""), command.path("with")));
            answered.put(id, answer);
            if (answered.size() > ANSWERS_KEPT)
                answered.remove(answered.keySet().iterator().next());
        }
        answer(id, answer.refused());
    }

    private void answer(String id, @Nullable String refused) {
        say("order_answer", payload -> {
            payload.put("order", id).put("result", refused == null ? "done" : "refused");
            if (refused != null) payload.put("reason", refused);
        });
    }

    /** What can befall any device. */
    static final List<String> ANY = List.of("silent", "clock", "broken", "foreign", "flood", "huge");

    /** @throws Unplayable where this cannot befall it */
    final void suffer(String trouble, Duration lasts) {
        switch (trouble) {
            case "silent" -> silentUntil = now.plus(lasts);
            case "clock" -> {
                clockOff = Duration.ofDays(2);
                in(lasts, () -> clockOff = Duration.ZERO);
            }
            case "broken" -> once(serial, "{\"id\": 1, \"at\"");
            case "foreign" -> once(serial + "-other", "{\"id\": 1}");
            case "huge" -> once(serial, "x".repeat(LARGE_CHARS));
            case "flood" -> flood(now.plus(lasts));
            default -> {
                if (!troubles().contains(trouble))
                    throw new Unplayable("'" + trouble + "' cannot befall " + serial + ". There are "
                            + String.join(", ", ANY) + ", " + String.join(", ", troubles()));
                befall(trouble, lasts);
            }
        }
    }

    private void once(String device, String payload) {
        ear.accept(new Said(now, serial, device, "heartbeat", payload, true));
    }

    /** Ten thousand a second. */
    private void flood(Instant until) {
        for (int i = 0; i < BURST; i++) say("fault", payload -> payload.put("code", "E00"));
        if (now.isBefore(until)) in(Duration.ofMillis(1), () -> flood(until));
    }
}

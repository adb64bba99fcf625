package org.yiwang.simulation;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * 电梯控制器: it sees what enters the car, and its own safety logic decides about the door. Never held with a fire, a rescue or somebody trapped.
 */
final class LiftController extends Life {
    private static final int FLOORS = 18;
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    /** How often somebody who is spoken to takes the e-bike out again at once. */
    private static final double LISTENS = 0.8;

    private int floor = 1;
    private boolean ebike;
    private int episode;
    private boolean fire;
    private boolean rescue;
    private boolean trapped;

    LiftController(Birth birth) {
        super(birth);
        regularly(Duration.ofSeconds(60), this::beat);
    }

    private void beat() {
        if (!trapped) floor = 1 + dice.nextInt(FLOORS);
        say("heartbeat", payload -> payload.put("floor", floor)
                .put("door", ebike ? "open" : "closed")
                .put("load", dice.nextInt(0, 90)));
    }

    @Override
    List<String> troubles() {
        return List.of("ebike", "trapped", "fire", "rescue", "fault");
    }

    @Override
    void befall(String trouble, Duration lasts) {
        switch (trouble) {
            case "ebike" -> enter(lasts);
            case "trapped" -> {
                trapped = true;
                say("person_trapped", payload -> payload.put("floor", floor).put("persons", 1 + dice.nextInt(3)));
                in(lasts, () -> trapped = false);
            }
            case "fire" -> {
                signal(true);
                in(lasts, () -> signal(false));
            }
            case "rescue" -> {
                rescued(true);
                in(lasts, () -> rescued(false));
            }
            default -> say("fault", payload -> payload.put("code", "E" + (10 + dice.nextInt(80))));
        }
    }

    private void signal(boolean active) {
        fire = active;
        say("fire_signal", payload -> payload.put("active", active));
    }

    private void rescued(boolean active) {
        rescue = active;
        say("rescue", payload -> payload.put("active", active));
    }

    private void enter(Duration lasts) {
        if (ebike) return;
        ebike = true;
        floor = 1;
        int mine = ++episode;
        see(mine);
        in(lasts, () -> leave(mine));
    }

    private void see(int mine) {
        if (!ebike || mine != episode) return;
        double confidence = Math.round((0.82 + dice.nextDouble() * 0.17) * 100) / 100.0;
        say("ebike_detected", payload -> payload.put("confidence", confidence)
                .put("floor", floor)
                .put("door", "open"));
        in(LOOKS_EVERY, () -> see(mine));
    }

    private void leave(int mine) {
        if (!ebike || mine != episode) return;
        ebike = false;
        say("ebike_left", payload -> payload.put("floor", floor));
    }

    /** What keeps it from holding the door; null where nothing does. */
    private @Nullable String danger() {
        if (fire) return "fire signal";
        if (rescue) return "rescue";
        return trapped ? "person trapped" : null;
    }

    @Override
    @Nullable
    String obey(String order, JsonNode with) {
        switch (order) {
            case "hold_door" -> {
                if (danger() != null) return danger();
                say("door_held", payload -> payload.put(
                                "seconds", with.path("seconds").asInt(60))
                        .put("floor", floor)
                        .put("cause", "ebike"));
            }
            case "voice" -> {
                int mine = episode;
                if (ebike && dice.nextDouble() < LISTENS)
                    in(Duration.ofSeconds(dice.nextInt(8, 25)), () -> leave(mine));
            }
            case "release_door" -> {}
            default -> {
                return "unknown order";
            }
        }
        return null;
    }
}

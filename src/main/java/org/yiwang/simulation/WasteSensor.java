package org.yiwang.simulation;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 投放点传感器: bins that fill while the point is open and are emptied twice a day. */
final class WasteSensor extends Life {
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final List<String> BINS = List.of("wet", "dry", "recyclable", "hazardous");
    /** Per cent of a bin in a quarter of an hour in which the point is open; wet, dry, recyclable, hazardous. */
    private static final double[] FILLS = {9, 11, 4, 0.2};

    private static final List<Integer> EMPTIED_AT = List.of(9, 20);
    private static final double FULL = 100;

    private final Map<String, Double> levels = new LinkedHashMap<>();
    private int emptiedAt = -1;

    WasteSensor(Birth birth) {
        super(birth);
        BINS.forEach(bin -> levels.put(bin, dice.nextDouble() * 40));
        regularly(EVERY, this::look);
    }

    private void look() {
        LocalTime time = now().atOffset(SHANGHAI).toLocalTime();
        if (EMPTIED_AT.contains(time.getHour()) && emptiedAt != time.getHour()) levels.replaceAll((bin, level) -> 0.0);
        emptiedAt = time.getHour();
        boolean open = time.getHour() == 7 || time.getHour() == 8 || time.getHour() == 18 || time.getHour() == 19;
        for (int i = 0; i < BINS.size(); i++) {
            double more = (open ? FILLS[i] : FILLS[i] / 40) * dice.nextDouble();
            tell(BINS.get(i), Math.min(FULL, levels.getOrDefault(BINS.get(i), 0.0) + more));
        }
    }

    private void tell(String bin, double level) {
        levels.put(bin, level);
        say("fill", payload -> payload.put("bin", bin).put("level", Math.round(level * 10) / 10.0));
    }

    @Override
    List<String> troubles() {
        return List.of("overflow", "bags", "late", "dirty");
    }

    @Override
    void befall(String trouble, Duration lasts) {
        switch (trouble) {
            case "overflow" -> {
                tell("dry", FULL);
                say("overflow", payload -> payload.put("bin", "dry").put("active", true));
                in(lasts, () -> {
                    say("overflow", payload -> payload.put("bin", "dry").put("active", false));
                    tell("dry", 0);
                });
            }
            case "bags" -> {
                bags(1 + dice.nextInt(4));
                in(lasts.dividedBy(2), () -> bags(2 + dice.nextInt(6)));
                in(lasts, () -> bags(0));
            }
            case "late" -> {
                for (int i = 0; i < 3; i++)
                    in(
                            lasts.multipliedBy(i).dividedBy(3),
                            () -> say("out_of_hours", payload -> payload.put("confidence", seen())));
            }
            default -> {
                say("point_dirty", payload -> payload.put("active", true).put("confidence", seen()));
                in(lasts, () -> say("point_dirty", payload -> payload.put("active", false)));
            }
        }
    }

    private void bags(int count) {
        say("bags_beside", payload -> payload.put("bags", count).put("confidence", seen()));
    }

    private double seen() {
        return Math.round((0.8 + dice.nextDouble() * 0.19) * 100) / 100.0;
    }
}

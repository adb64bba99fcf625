package org.yiwang.simulation;

import java.time.Duration;
import java.util.List;

/** 水质自动站: readings that drift from one to the next, and now and then somebody lets something into the river. */
final class WaterStation extends Life {
    private double oxygen = 5.5;
    private double ammonia = 0.9;
    private double phosphorus = 0.18;
    private double ph = 7.4;
    private boolean polluted;

    WaterStation(Birth birth) {
        super(birth);
        regularly(Duration.ofHours(4), this::measure);
    }

    private void measure() {
        oxygen = drift(oxygen, 5.5, 0.4);
        ammonia = drift(ammonia, 0.9, 0.08);
        phosphorus = drift(phosphorus, 0.18, 0.02);
        ph = drift(ph, 7.4, 0.1);
        say("quality", payload -> payload.put("oxygen", rounded(polluted ? oxygen / 4 : oxygen))
                .put("ammonia", rounded(polluted ? ammonia * 4 : ammonia))
                .put("permanganate", rounded(4 + ammonia))
                .put("phosphorus", rounded(polluted ? phosphorus * 2.5 : phosphorus))
                .put("ph", rounded(ph))
                .put("temperature", 16.5));
    }

    /** Back towards what it mostly is. */
    private double drift(double value, double mostly, double step) {
        return Math.max(0, value + (mostly - value) * 0.2 + (dice.nextDouble() - 0.5) * 2 * step);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    @Override
    List<String> troubles() {
        return List.of("pollution", "fault");
    }

    @Override
    void befall(String trouble, Duration lasts) {
        if (trouble.equals("fault")) {
            say("fault", payload -> payload.put("code", "P3"));
            return;
        }
        polluted = true;
        measure();
        in(lasts, () -> {
            polluted = false;
            measure();
        });
    }
}

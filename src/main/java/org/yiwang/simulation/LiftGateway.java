package org.yiwang.simulation;

import java.time.Duration;
import java.util.List;

/** 电梯网关: it has nothing to say but that it is there. */
final class LiftGateway extends Life {
    LiftGateway(Birth birth) {
        super(birth);
        regularly(Duration.ofSeconds(60), () -> say("heartbeat", payload -> {}));
    }

    @Override
    List<String> troubles() {
        return List.of();
    }

    @Override
    void befall(String trouble, Duration lasts) {}
}

package org.yiwang.scenario;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has the packages that come with the program taken in before the first request is answered. */
@Component
@ConditionalOnWebApplication
class BeginWithPackages implements SmartLifecycle {
    private final TakeInBundled bundled;
    private volatile boolean running;

    BeginWithPackages(TakeInBundled bundled) {
        this.bundled = bundled;
    }

    @Override
    public void start() {
        running = true;
        bundled.run();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server that answers requests. */
    @Override
    public int getPhase() {
        return 0;
    }
}

package org.yiwang.assessment;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.platform.feed.FollowTopic;
import org.yiwang.platform.feed.LiveFeed;

/** Hears of every step of a case, on whichever node, so that the running month is never older than the last of them. */
@Component
@ConditionalOnWebApplication
class FollowRunning {
    private static final String CASES = "case";

    private final FollowTopic follow;

    FollowRunning(LiveFeed feed, RunningMonth running) {
        this.follow = new FollowTopic(feed, CASES, running::changed, _ -> running.changed());
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        follow.begin();
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        follow.close();
    }
}

package org.yiwang.casework;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.platform.feed.FollowTopic;
import org.yiwang.platform.feed.LiveFeed;

/** Hears of categories that were changed on other nodes; the catalogue here is then read anew. */
@Component
@ConditionalOnWebApplication
class FollowCategories {
    private final FollowTopic follow;

    FollowCategories(LiveFeed feed, CatalogueStore catalogue) {
        this.follow = new FollowTopic(feed, ChangeCategory.TOPIC, catalogue::refresh, _ -> catalogue.refresh());
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

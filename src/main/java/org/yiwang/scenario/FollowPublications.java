package org.yiwang.scenario;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.FollowTopic;
import org.yiwang.platform.feed.LiveFeed;

/** Hears of publications on other nodes and tells them on this one. */
@Component
@ConditionalOnWebApplication
class FollowPublications {
    private final PackageLibrary library;
    private final Tenant tenant;
    private final ApplicationEventPublisher events;
    private final FollowTopic follow;

    FollowPublications(
            LiveFeed feed,
            PackageLibrary library,
            ApplicationEventPublisher events,
            @Value("${yiwang.tenant}") int tenant) {
        this.library = library;
        this.tenant = new Tenant(tenant);
        this.events = events;
        this.follow = new FollowTopic(feed, PublishPackage.TOPIC, this::catchUp, this::hear);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        follow.begin();
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        follow.close();
    }

    /** Whatever was published while nobody listened counts too. */
    private void catchUp() {
        library.shelves(tenant).values().forEach(shelf -> shelf.inForce()
                .ifPresent(version -> events.publishEvent(new PackagePublished(tenant, shelf.id(), version))));
    }

    private void hear(FeedRow row) {
        PublishPackage.Told told = new PublishPackage.Told(
                row.payload().path("packageId").asString(),
                row.payload().path("version").asInt());
        events.publishEvent(new PackagePublished(row.tenant(), told.packageId(), told.version()));
    }
}

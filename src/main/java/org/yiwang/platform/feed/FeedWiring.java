package org.yiwang.platform.feed;

import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.tenancy.OwnRows;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class FeedWiring {
    /** Runs before the server waits for its open requests, which the followers' are. */
    static class Dismissal {
        private final LiveFeed feed;

        Dismissal(LiveFeed feed) {
            this.feed = feed;
        }

        @EventListener(ContextClosedEvent.class)
        void dismiss() {
            feed.dismiss();
        }
    }

    @Bean(initMethod = "start")
    @DependsOnDatabaseInitialization
    LiveFeed liveFeed(
            JdbcConnectionDetails place, JsonMapper json, Ids ids, Clock clock, @Value("${yiwang.tenant}") int tenant) {
        PGSimpleDataSource own = new PGSimpleDataSource();
        own.setUrl(place.getJdbcUrl());
        if (place.getUsername() != null) own.setUser(place.getUsername());
        if (place.getPassword() != null) own.setPassword(place.getPassword());
        own.setApplicationName("yiwang-feed");
        own.setTcpKeepAlive(true);
        String node = ids.next().toString();
        DataSource bound = OwnRows.of(own, new Tenant(tenant));
        return new LiveFeed(bound, new FeedReader(json), new Bell(bound, node), clock);
    }

    /** Followers are pages; a command has none, and must not wake the feed only to let it go. */
    @Bean
    @ConditionalOnWebApplication
    Dismissal feedDismissal(LiveFeed feed) {
        return new Dismissal(feed);
    }
}

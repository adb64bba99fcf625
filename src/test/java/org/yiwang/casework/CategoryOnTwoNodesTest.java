package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.casework.CaseWorld.TENANT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.store.CaseJson;
import org.yiwang.casework.store.Stores;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Ids;
import org.yiwang.platform.feed.FeedFixture;

/** The desk changes a category on one node; the other, which holds the catalogue in memory, works with the change without being restarted. */
@Tag("database")
class CategoryOnTwoNodesTest {
    private static final Instant START = CaseWorld.at("2021-11-09T09:00");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final UnitId CENTRE = new UnitId("centre");
    private static final Staff ADMIN = new Staff(
            new UUID(0, 9),
            TENANT,
            "admin",
            "潘惠芳",
            "Pan Huifang",
            CENTRE,
            Set.of(Role.ADMIN),
            new Sight(true, Set.of(), Set.of(), CENTRE));

    private final CaseWorld world = new CaseWorld(7);
    private final FeedFixture feed = new FeedFixture(4);
    private final Ids ids = new Ids(Clock.fixed(START, ZoneOffset.UTC));
    private final CatalogueStore here = catalogue();
    private final CatalogueStore there = catalogue();
    private final FollowCategories follow = new FollowCategories(feed.node("second"), there);

    @BeforeEach
    void the_other_node_has_read_the_catalogue_and_follows() {
        there.of(TENANT);
        follow.begin();
    }

    @AfterEach
    void close() {
        follow.end();
        feed.close();
    }

    @Test
    void a_category_changed_on_one_node_counts_on_the_other() throws InterruptedException {
        String code = world.categoryCodes().getFirst();
        Category before = there.of(TENANT).category(code);
        Category after = turned(before);
        new ChangeCategory(here, feed.outbox, feed.transaction(), ids).change(ADMIN, code, after, START);
        assertThat(here.of(TENANT).category(code)).isEqualTo(after);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.of(TENANT).category(code).equals(after) && System.nanoTime() < end) Thread.sleep(20);
        assertThat(there.of(TENANT).category(code)).isEqualTo(after);
    }

    private Category turned(Category category) {
        CaseJson json = Stores.on(feed.pool).json();
        String text = json.write(category);
        String field = "\"selfHandle\":";
        return json.read(text.replace(field + category.selfHandle(), field + !category.selfHandle()), Category.class);
    }

    private CatalogueStore catalogue() {
        return new CatalogueStore(
                feed.jdbc, Stores.on(feed.pool).json(), new StandardCatalogue(), world.flow, world.calendar, ids);
    }
}

package org.yiwang.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.yiwang.scenario.Packages.PACK;
import static org.yiwang.scenario.Packages.TEXTS;
import static org.yiwang.scenario.Packages.files;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.HttpVisitor;
import org.yiwang.RunningProduct;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Ids;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.AuditTrail;
import org.yiwang.platform.feed.Outbox;
import org.yiwang.scenario.ScenarioStore.Version;

@Tag("database")
class PublishPackageTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static final String STAFF = "8a3c5f0e-0000-7000-8000-000000000001";

    private final RunningProduct product = RunningProduct.start();
    private final List<String> published = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();
    private final ScenarioStore store = new ScenarioStore(product.bean(JdbcClient.class));
    private final PackageLibrary library = new PackageLibrary(store);
    private final PublishPackage publish = publish(new Packages.Plain("cases", published));

    @Test
    void a_version_is_published_once_and_another_one_takes_its_place_and_gives_it_back() {
        Version first = takeIn("tryout", "1.0", "market");
        publish.publish(TENANT, "tryout", first.number(), STAFF);
        assertThat(refusal(() -> publish.publish(TENANT, "tryout", first.number(), STAFF)))
                .isEqualTo("scenario.in-force-already");
        Version second = takeIn("tryout", "1.1", "chengguan");
        assertThat(inForce("tryout")).isEqualTo(first.number());
        publish.publish(TENANT, "tryout", second.number(), STAFF);
        assertThat(inForce("tryout")).isEqualTo(second.number());
        publish.rollBack(TENANT, "tryout", STAFF);
        assertThat(inForce("tryout")).isEqualTo(first.number());
        assertThat(published).containsExactly("tryout/1", "tryout/2", "tryout/1");
        assertThat(events)
                .containsExactly(
                        new PackagePublished(TENANT, "tryout", 1),
                        new PackagePublished(TENANT, "tryout", 2),
                        new PackagePublished(TENANT, "tryout", 1));
        assertThat(trail("tryout"))
                .containsExactly("version-taken-in", "published", "version-taken-in", "published", "rolled-back");
    }

    @Test
    void the_same_content_is_the_same_version_and_other_content_needs_another_name() {
        Version first = takeIn("again", "1.0", "market");
        assertThat(takeIn("again", "1.0", "market")).isEqualTo(first);
        assertThat(refusal(() -> takeIn("again", "1.0", "chengguan"))).isEqualTo("scenario.version-exists");
    }

    @Test
    void what_was_sound_alone_is_refused_where_it_does_not_hold_beside_the_packages_in_force() {
        Version version = takeIn("lonely", "1.0", "market", "[absent]");
        assertThat(refusal(() -> publish.publish(TENANT, "lonely", version.number(), STAFF)))
                .isEqualTo("scenario.has-faults");
        assertThat(library.shelf(TENANT, "lonely").inForce()).isEmpty();
        assertThat(published).isEmpty();
    }

    @Test
    void what_is_not_there_is_said_to_be_missing() {
        assertThat(refusal(() -> publish.publish(TENANT, "unheard-of", 1, STAFF)))
                .isEqualTo("scenario.no-package");
        takeIn("single", "1.0", "market");
        assertThat(refusal(() -> publish.publish(TENANT, "single", 9, STAFF))).isEqualTo("scenario.no-version");
        assertThat(refusal(() -> publish.rollBack(TENANT, "single", STAFF))).isEqualTo("scenario.nothing-before");
    }

    /** This publisher tells nobody in the process, so that the product hears of it as another node does. */
    @Test
    void another_node_works_with_it_within_a_moment() {
        PublishPackage there =
                publish(new CheckPackage(product.bean(CheckPackage.class).sections()));
        Map<String, byte[]> content = new HashMap<>();
        PackageTemplate.of("far-away").forEach((path, text) -> content.put(path, text.getBytes(UTF_8)));
        Version version = there.takeIn(TENANT, PackageLibrary.read(content, List.of()), STAFF);
        HttpVisitor resident = product.visitor();
        assertThat(resident.get("/api/v1/public/categories").text()).doesNotContain("FARAWA01");
        there.publish(TENANT, "far-away", version.number(), STAFF);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> resident.get("/api/v1/public/categories").text().contains("FARAWA01"));
    }

    @Test
    void what_was_taken_in_comes_out_byte_for_byte() {
        Version version = takeIn("bytes", "1.0", "market");
        Map<String, byte[]> content = library.content(TENANT, "bytes", version.number());
        assertThat(PackageLibrary.read(content, List.of()).digest()).isEqualTo(version.digest());
    }

    private Version takeIn(String id, String version, String lead) {
        return takeIn(id, version, lead, "[]");
    }

    private Version takeIn(String id, String version, String lead, String needs) {
        String pack = PACK.replace("shopfront", id).replace("1.0", version).replace("[]", needs);
        Map<String, byte[]> content = files(Pack.FILE, pack, "texts/en.yaml", TEXTS, "cases/a.yaml", "lead: " + lead);
        return publish.takeIn(TENANT, PackageLibrary.read(content, List.of()), STAFF);
    }

    private int inForce(String id) {
        return library.shelf(TENANT, id).inForce().orElseThrow();
    }

    private List<String> trail(String id) {
        return product.bean(JdbcClient.class)
                .sql("select action from platform.audit where stream = ? order by seq")
                .param("scenario/" + id)
                .query(String.class)
                .list();
    }

    private static String refusal(Runnable act) {
        return catchThrowableOfType(RefusedException.class, act::run).refusal().code();
    }

    private PublishPackage publish(Section section) {
        return publish(new CheckPackage(List.of(section)));
    }

    private PublishPackage publish(CheckPackage check) {
        return new PublishPackage(
                check,
                store,
                library,
                product.bean(Units.class),
                product.bean(Outbox.class),
                product.bean(AuditTrail.class),
                events::add,
                product.bean(TransactionOperations.class),
                product.bean(org.yiwang.platform.RefusalTexts.class),
                product.bean(Ids.class),
                product.bean(Clock.class));
    }
}

package org.yiwang.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.registry.RegistryWorld.CLERK;
import static org.yiwang.registry.RegistryWorld.NOW;
import static org.yiwang.registry.RegistryWorld.OPERATOR;
import static org.yiwang.registry.RegistryWorld.SQUAD;
import static org.yiwang.registry.RegistryWorld.TENANT;
import static org.yiwang.registry.RegistryWorld.given;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yiwang.platform.RefusedException;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.registry.store.ChangeStore;
import org.yiwang.registry.store.FindEntries;
import org.yiwang.registry.store.RelationStore;

@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntryLifeTest {
    private final RegistryWorld world = new RegistryWorld();

    @Test
    void an_entry_knows_its_committee_and_is_found_by_any_part_of_its_texts() {
        Entry shop = shop("L-001", "阿明葱油拌面馆", "");
        assertThat(shop.site().committee()).isNotNull();
        assertThat(shop.version()).isEqualTo(1);
        for (String part : List.of("葱油拌面", "面馆", "阿", "Ｌ-001", "l-0"))
            assertThat(found(part)).as(part).contains("L-001");
        assertThat(found("油葱")).isEmpty();
    }

    @Test
    void rare_characters_of_gb_18030_are_kept_and_found() {
        shop("L-002", "\uD86D\uDF6F\uD840\uDC0B食品店", "");
        assertThat(found("\uD840\uDC0B食")).containsExactly("L-002");
    }

    @Test
    void what_changes_keeps_its_past_with_who_and_when() {
        Entry shop = shop("L-003", "旧名小店", "");
        GivenEntry renamed = given("""
                {"number":"L-003","name":"新名小店","industry":"retail"}""");
        Entry after = world.use.change.change(OPERATOR, world.shop(), shop.id(), 1, renamed, NOW.plusSeconds(60));
        assertThat(after.version()).isEqualTo(2);
        List<ChangeStore.Change> past = world.stores.changes.of(TENANT, world.shop(), shop.id());
        assertThat(past).extracting(change -> change.entry().label()).containsExactly("新名小店", "旧名小店");
        assertThat(past).extracting(ChangeStore.Change::name).containsOnly("张派遣");
        Optional<ChangeStore.Change> then =
                world.stores.changes.at(TENANT, world.shop(), shop.id(), NOW.plusSeconds(59));
        assertThat(then.orElseThrow().entry().label()).isEqualTo("旧名小店");
        assertThat(world.stores.changes.at(TENANT, world.shop(), shop.id(), NOW.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void the_past_cannot_be_changed_or_deleted() {
        Entry shop = shop("L-004", "小店", "");
        assertThatThrownBy(() -> world.db
                        .sql("delete from registry.change where entry = ?")
                        .param(shop.id())
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> world.db
                        .sql("update registry.change set label = 'x' where entry = ?")
                        .param(shop.id())
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void of_two_who_change_the_same_version_the_second_is_refused() {
        Entry shop = shop("L-005", "小店五", "");
        world.use.change.change(OPERATOR, world.shop(), shop.id(), 1, named("L-005", "甲"), NOW);
        refused(
                "registry.stale",
                () -> world.use.change.change(OPERATOR, world.shop(), shop.id(), 1, named("L-005", "乙"), NOW));
    }

    @Test
    void a_key_is_taken_once() {
        shop("L-006", "小店六", "");
        refused("registry.key-taken", () -> shop("L-006", "另一家", ""));
    }

    @Test
    void what_others_name_is_not_deleted_but_may_be_retired() {
        Entry building = world.use.change.insert(OPERATOR, world.building(), given("""
                {"code":"B1","name":"银河苑小区1号楼","use":"dwelling"}"""), NOW);
        Entry shop = shop("L-007", "楼下小店", "\"building\":\"B1\",");
        RefusedException refused = refused(
                "registry.entry-is-named",
                () -> world.use.change.delete(OPERATOR, world.building(), building.id(), 1, NOW));
        assertThat(refused.refusal().arguments()).contains("楼下小店");
        assertThat(world.stores.relations.namedBy(TENANT, "building", "B1", 9))
                .extracting(RelationStore.Other::id)
                .containsExactly(shop.id());
        Entry retired = world.use.change.retire(OPERATOR, world.building(), building.id(), 1, NOW);
        assertThat(retired.isRetired()).isTrue();
        world.use.change.delete(OPERATOR, world.shop(), shop.id(), 1, NOW);
        assertThat(world.stores.changes.of(TENANT, world.shop(), shop.id())).hasSize(2);
    }

    @Test
    void a_reference_must_lead_somewhere() {
        refused("registry.no-such-key", () -> shop("L-008", "小店八", "\"building\":\"nowhere\","));
    }

    @Test
    void a_telephone_is_sealed_shown_masked_and_stays_when_it_comes_back_masked() {
        Entry shop = shop("L-009", "小店九", "\"phone\":\"13812345678\",");
        assertThat(world.db
                        .sql(
                                "select e::text || (select string_agg(c::text, '') from registry.change c) from registry.entry e")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("13812345678"));
        assertThat(shop.data().get("phone").asString()).isEqualTo("13812345678");
        GivenEntry shown = given("""
                {"number":"L-009","name":"小店九号","industry":"retail","phone":"138****5678"}""");
        Entry after = world.use.change.change(OPERATOR, world.shop(), shop.id(), 1, shown, NOW);
        assertThat(after.data().get("phone").asString()).isEqualTo("13812345678");
    }

    @Test
    void a_clerk_reaches_what_lies_in_the_own_committee_and_a_keeping_unit_everything() {
        Entry shop = shop("L-010", "别处小店", "");
        refused("registry.no-entry", () -> world.use.change.visible(CLERK, world.shop(), shop.id()));
        refused("registry.beyond-sight", () -> world.use.change.insert(CLERK, world.shop(), named("L-011", "远店"), NOW));
        assertThat(world.use.change.visible(SQUAD, world.shop(), shop.id())).isNotNull();
        refused("registry.read-only", () -> world.use.change.delete(SQUAD, world.shop(), shop.id(), 1, NOW));
        assertThat(page(CLERK, "").items()).isEmpty();
    }

    @Test
    void a_list_goes_on_where_the_page_before_ended_in_every_order() {
        for (int i = 20; i < 27; i++) shop("P-0" + i, "翻页店" + i, "");
        for (FindEntries.Order order : FindEntries.Order.values()) {
            FindEntries.Page first = page("翻页", order, Optional.empty());
            FindEntries.Page second = page("翻页", order, Optional.of(first.next()));
            assertThat(first.total()).isEqualTo(7);
            assertThat(first.items()).hasSize(4).doesNotContainAnyElementsOf(second.items());
            assertThat(second.items()).hasSize(3);
            assertThat(second.next()).isNull();
        }
    }

    @Test
    void fields_narrow_a_list_but_personal_ones_do_not() {
        shop("F-1", "筛选餐饮", "\"industry\":\"food\",");
        FindEntries.Filter food = new FindEntries.Filter("筛选", null, null, Map.of("industry", "food"), false, null);
        assertThat(world.stores
                        .find
                        .page(OPERATOR, world.shop(), food, FindEntries.Order.KEY, Optional.empty(), 9)
                        .total())
                .isEqualTo(1);
        FindEntries.Filter phone = new FindEntries.Filter(null, null, null, Map.of("phone", "1"), false, null);
        refused(
                "registry.no-filter",
                () -> world.stores.find.page(
                        OPERATOR, world.shop(), phone, FindEntries.Order.KEY, Optional.empty(), 9));
    }

    @Test
    void confirming_and_retiring_are_versions_too() {
        Entry shop = shop("L-012", "确认小店", "");
        world.transaction.executeWithoutResult(status -> world.stores.entries.confirm(
                TENANT,
                List.of(shop.id()),
                org.yiwang.registry.model.Deed.byHand(OPERATOR, NOW.plus(Duration.ofDays(3)))));
        Entry after = world.use.change.visible(OPERATOR, world.shop(), shop.id());
        assertThat(after.confirmedAt()).isEqualTo(NOW.plus(Duration.ofDays(3)));
        assertThat(after.version()).isEqualTo(2);
    }

    private Entry shop(String number, String name, String more) {
        String industry = more.contains("industry") ? "" : "\"industry\":\"retail\",";
        return world.use.change.insert(
                OPERATOR,
                world.shop(),
                given("{%s%s\"number\":\"%s\",\"name\":\"%s\"}".formatted(industry, more, number, name)),
                NOW);
    }

    private static GivenEntry named(String number, String name) {
        return given("{\"number\":\"%s\",\"name\":\"%s\",\"industry\":\"retail\"}".formatted(number, name));
    }

    private List<String> found(String text) {
        return page(OPERATOR, text).items().stream().map(Entry::key).toList();
    }

    private FindEntries.Page page(org.yiwang.organisation.Staff staff, String text) {
        FindEntries.Filter filter = new FindEntries.Filter(text, null, null, Map.of(), false, null);
        return world.stores.find.page(staff, world.shop(), filter, FindEntries.Order.KEY, Optional.empty(), 50);
    }

    private FindEntries.Page page(String text, FindEntries.Order order, Optional<FindEntries.Cursor> after) {
        FindEntries.Filter filter = new FindEntries.Filter(text, null, null, Map.of(), false, null);
        return world.stores.find.page(OPERATOR, world.shop(), filter, order, after, 4);
    }

    static RefusedException refused(String code, ThrowingCallable act) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(act);
        assertThat(thrown).isInstanceOf(RefusedException.class);
        RefusedException refused = (RefusedException) thrown;
        assertThat(refused.refusal().code()).isEqualTo(code);
        return refused;
    }
}

package org.yiwang.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.registry.RegistryWorld.NOW;
import static org.yiwang.registry.RegistryWorld.OPERATOR;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yiwang.registry.model.Entry;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.registry.model.Score;
import org.yiwang.registry.model.Score.Part;
import org.yiwang.registry.store.QualityStore.Todo;
import org.yiwang.territory.Daqiao;
import org.yiwang.territory.LonLat;

@Tag("database")
class QualityTest {
    private static final LonLat HERE = new LonLat(121.5399, 31.2716);

    private final RegistryWorld world = new RegistryWorld();

    @Test
    void an_empty_register_has_no_score_and_a_perfect_one_a_hundred() {
        assertThat(score().points()).isZero();
        shop("1", "全店", HERE, """
                "address":"长阳路1号","area":20,"owner":"王","phone":"13812345678","licence":"L1","opened":"2020-01-01","building":"B",""");
        assertThat(score().points()).isEqualTo(100);
        assertThat(score().parts())
                .allSatisfy(part -> assertThat(part.entries()).isZero());
    }

    @Test
    void what_is_not_asked_is_not_missing_and_what_is_asked_is_named() {
        shop("1", "店", HERE, "");
        Todo todo = todo(Part.COMPLETE).getFirst();
        assertThat(todo.missing()).contains("area", "phone").doesNotContain("fumes", "name");
        assertThat(todo.why()).isEqualTo("incomplete");
    }

    @Test
    void after_the_registers_days_an_entry_is_stale_until_somebody_confirms_it() {
        Entry shop = shop("1", "店", HERE, "");
        assertThat(world.use
                        .quality
                        .score(OPERATOR, world.shop(), NOW.plus(Duration.ofDays(180)))
                        .parts()
                        .get(1)
                        .entries())
                .isZero();
        var late = NOW.plus(Duration.ofDays(181));
        assertThat(world.use.quality.todo(OPERATOR, world.shop(), Part.FRESH, "", 9, late))
                .hasSize(1);
        int confirmed = world.transaction.execute(
                status -> world.use.confirm.confirm(OPERATOR, world.shop(), List.of(shop.id()), late));
        assertThat(confirmed).isEqualTo(1);
        assertThat(world.use.quality.todo(OPERATOR, world.shop(), Part.FRESH, "", 9, late))
                .isEmpty();
    }

    @Test
    void the_same_name_is_a_twin_nearby_and_a_branch_further_off() {
        shop("1", "全家便利店", HERE, "");
        shop("2", "全家 便利店", new LonLat(121.54025, 31.2716), "");
        shop("3", "全家便利店", new LonLat(121.5410, 31.2716), "");
        assertThat(todo(Part.UNIQUE)).extracting(Todo::key).containsExactly("1", "2");
        assertThat(todo(Part.UNIQUE)).extracting(Todo::why).containsOnly("same-name");
    }

    @Test
    void the_same_licence_is_a_twin_wherever() {
        shop("1", "甲", HERE, "\"licence\":\"92310110MA1000000\",");
        shop("2", "乙", new LonLat(121.5299, 31.2716), "\"licence\":\"92310110ma1000000\",");
        assertThat(todo(Part.UNIQUE))
                .extracting(Todo::why)
                .containsOnly("same-value")
                .hasSize(2);
        assertThat(todo(Part.UNIQUE).getFirst().other()).isEqualTo("乙");
    }

    @Test
    void a_place_outside_and_one_in_another_committee_than_its_building_are_both_wrong() {
        shop("1", "外", new LonLat(121.5399, 31.2416), "");
        shop("2", "里", HERE, "\"building\":\"B\",");
        LonLat elsewhere = Daqiao.TERRITORY.cells().stream()
                .filter(cell ->
                        !cell.committee().equals(Daqiao.TERRITORY.cellAt(HERE).committee()))
                .map(cell -> Daqiao.TERRITORY.middleOf(Daqiao.TERRITORY.cells().indexOf(cell)))
                .findFirst()
                .orElseThrow();
        shop("3", "远", elsewhere, "\"building\":\"B\",");
        assertThat(todo(Part.PLACED))
                .extracting(todo -> todo.key() + " " + todo.why())
                .containsExactly("1 outside", "3 elsewhere");
        Score score = score();
        assertThat(score.parts().get(3).good()).isEqualTo(1);
    }

    @Test
    void a_retired_entry_counts_no_more() {
        Entry shop = shop("1", "店", HERE, "");
        world.use.change.retire(OPERATOR, world.shop(), shop.id(), 1, NOW);
        assertThat(score().entries()).isZero();
    }

    private Score score() {
        return world.use.quality.score(OPERATOR, world.shop(), NOW);
    }

    private List<Todo> todo(Part part) {
        return world.use.quality.todo(OPERATOR, world.shop(), part, "", 50, NOW);
    }

    private Entry shop(String number, String name, LonLat at, String more) {
        if (more.contains("building")
                && world.stores
                        .entries
                        .known(OPERATOR.tenant(), "building", List.of("B"))
                        .isEmpty())
            world.use.change.insert(
                    OPERATOR,
                    world.building(),
                    new GivenEntry(
                            RegistryWorld.given("{\"code\":\"B\",\"name\":\"楼\",\"use\":\"dwelling\"}")
                                    .data(),
                            HERE.lon(),
                            HERE.lat(),
                            null),
                    NOW);
        GivenEntry given = RegistryWorld.given(
                "{%s\"number\":\"%s\",\"name\":\"%s\",\"industry\":\"retail\"}".formatted(more, number, name));
        return world.use.change.insert(
                OPERATOR, world.shop(), new GivenEntry(given.data(), at.lon(), at.lat(), null), NOW);
    }
}

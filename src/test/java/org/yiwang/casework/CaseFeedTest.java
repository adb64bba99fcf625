package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.FeedRow;
import tools.jackson.databind.json.JsonMapper;

class CaseFeedTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static final UnitId SQUAD = new UnitId("chengguan");
    private static final FeedRow CHANGE = change("""
            {"id": "7f000000-0000-0000-0000-000000000001", "area": "area-1", "committee": "c01", "desk": ["fangguan", "chengguan"]}""");

    private final CaseFeed feed = new CaseFeed();

    @Test
    void the_centre_hears_of_every_case() {
        assertThat(feed.visible(someone(new Sight(true, Set.of(), Set.of(), new UnitId("centre"))), CHANGE))
                .isTrue();
    }

    @Test
    void a_committee_hears_of_its_own_cases_only() {
        assertThat(feed.visible(committee("c01"), CHANGE)).isTrue();
        assertThat(feed.visible(committee("c02"), CHANGE)).isFalse();
    }

    @Test
    void an_area_hears_of_its_own_cases_only() {
        assertThat(feed.visible(area("area-1"), CHANGE)).isTrue();
        assertThat(feed.visible(area("area-2"), CHANGE)).isFalse();
    }

    @Test
    void a_department_hears_of_what_lies_on_its_desk() {
        assertThat(feed.visible(department(SQUAD), CHANGE)).isTrue();
        assertThat(feed.visible(department(new UnitId("sifa")), CHANGE)).isFalse();
    }

    @Test
    void what_lies_on_nobodys_desk_is_no_departments_business() {
        assertThat(feed.visible(department(SQUAD), change("{\"area\": \"area-1\", \"committee\": \"c01\"}")))
                .isFalse();
    }

    private static FeedRow change(String json) {
        return new FeedRow(
                1, TENANT, "case", new UUID(0, 1), JsonMapper.builder().build().readTree(json), json);
    }

    private static Staff committee(String id) {
        return someone(new Sight(false, Set.of(), Set.of(new UnitId(id)), new UnitId(id)));
    }

    private static Staff area(String id) {
        return someone(new Sight(false, Set.of(new UnitId(id)), Set.of(), new UnitId(id)));
    }

    private static Staff department(UnitId id) {
        return someone(new Sight(false, Set.of(), Set.of(), id));
    }

    private static Staff someone(Sight sight) {
        return new Staff(new UUID(0, 2), TENANT, "wang", "王", "Wang", sight.unit(), Set.of(Role.HANDLER), sight);
    }
}

package org.yiwang.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.indicators.FigureWorld.ALL;
import static org.yiwang.indicators.FigureWorld.DAQIAO;
import static org.yiwang.indicators.FigureWorld.partly;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 回潮: a matter that was closed and comes back at the same spot within thirty days. */
@Tag("database")
class RelapsesTest {
    private static final double LON = 121.54;
    private static final double LAT = 31.27;
    private static final double FORTY_METRES_NORTH = LAT + 0.00036;
    private static final double SIXTY_METRES_NORTH = LAT + 0.00054;

    private final FigureWorld world = new FigureWorld();

    @Test
    void the_same_type_within_fifty_metres_and_thirty_days_is_a_relapse() throws SQLException {
        closed("2021-10-01T08:00+08:00", "2021-10-02T08:00+08:00", LAT);
        UUID again = reported("2021-10-30T08:00+08:00", FORTY_METRES_NORTH);
        assertThat(relapses()).containsExactly(again.toString());
    }

    @Test
    void what_is_further_away_later_or_earlier_is_none() throws SQLException {
        closed("2021-10-01T08:00+08:00", "2021-10-02T08:00+08:00", LAT);
        reported("2021-10-10T08:00+08:00", SIXTY_METRES_NORTH);
        reported("2021-11-02T08:00+08:00", LAT);
        reported("2021-10-01T20:00+08:00", LAT);
        assertThat(relapses()).isEmpty();
    }

    @Test
    void the_same_record_is_the_same_spot_however_long_it_is() throws SQLException {
        UUID first = closed("2021-10-01T08:00+08:00", "2021-10-02T08:00+08:00", LAT);
        UUID again = reported("2021-10-09T08:00+08:00", LAT + 0.01);
        about(first, "TX-1");
        about(again, "TX-1");
        UUID other = closed("2021-10-01T08:00+08:00", "2021-10-03T08:00+08:00", LAT + 0.02);
        about(other, "TX-2");
        assertThat(relapses()).containsExactly(again.toString());
    }

    @Test
    void another_type_and_what_was_declined_or_joined_do_not_count() throws SQLException {
        closed("2021-10-01T08:00+08:00", "2021-10-02T08:00+08:00", LAT);
        set(reported("2021-10-05T08:00+08:00", LAT), "category = 'E0502'");
        set(reported("2021-10-06T08:00+08:00", LAT), "stage = 'declined'");
        set(reported("2021-10-07T08:00+08:00", LAT), "stage = 'merged'");
        assertThat(relapses()).isEmpty();
    }

    @Test
    void whoever_may_not_see_the_second_case_does_not_learn_of_it_here() throws SQLException {
        closed("2021-10-01T08:00+08:00", "2021-10-02T08:00+08:00", LAT);
        set(reported("2021-10-05T08:00+08:00", LAT), "committee = 'c09'");
        assertThat(world.told(
                        partly(Set.of("c07"), "nobody"),
                        "select coalesce(again_id::text, 'none') from figures.relapse"))
                .containsExactly("none");
    }

    private List<String> relapses() throws SQLException {
        return world.told(ALL, "select again_id::text from figures.relapse where again_id is not null");
    }

    private UUID closed(String at, String closed, double lat) {
        UUID id = reported(at, lat);
        set(id, "stage = 'closed', open = false, closed_at = '" + closed + "'");
        return id;
    }

    private UUID reported(String at, double lat) {
        UUID id = world.report(DAQIAO, "c07", "chengguan", at, "{}");
        set(id, "lon = " + LON + ", lat = " + lat);
        return id;
    }

    private void about(UUID id, String key) {
        set(id, "subject_register = 'parking-line', subject_key = '" + key + "', subject_label = '某停放线'");
    }

    private void set(UUID id, String columns) {
        world.db
                .sql("update casework.cases set " + columns + " where id = :id")
                .param("id", id)
                .update();
    }
}

package org.yiwang.demonstration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.RunningDemo;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.territory.Daqiao;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.Territory;
import tools.jackson.databind.JsonNode;

class PlannedStreetsTest {
    private final Territory territory = Daqiao.TERRITORY;
    private final PlannedStreets planned = new PlannedStreets(year(), territory, words());

    @Test
    void
            every_line_lies_in_the_sub_district_is_as_long_as_a_few_houses_and_has_room_for_what_its_operators_may_leave() {
        List<GivenEntry> lines = planned.lines();
        assertThat(lines).hasSize(24);
        assertThat(lines).allSatisfy(line -> {
            JsonNode corners = line.shape().get("coordinates");
            LonLat from = at(corners.get(0));
            LonLat to = at(corners.get(1));
            assertThat(territory.cellAt(from)).isNotNull();
            assertThat(from.metresTo(to)).isBetween(5.0, 80.0);
            JsonNode data = line.data();
            assertThat(data.get("qingcheng").asInt()
                            + data.get("lanjing").asInt()
                            + data.get("xiaoxiang").asInt())
                    .isEqualTo(data.get("capacity").asInt());
        });
    }

    @Test
    void the_operators_are_the_outside_parties_of_the_organisation_and_the_spots_lie_apart() {
        assertThat(planned.operators())
                .extracting(one -> one.data().get("unit").asString())
                .containsExactly("bike-qingcheng", "bike-lanjing", "bike-xiaoxiang");
        assertThat(planned.spots()).hasSize(12);
        assertThat(planned.spots()).extracting(GivenEntry::lon).doesNotHaveDuplicates();
    }

    private static LonLat at(JsonNode corner) {
        return new LonLat(corner.get(0).asDouble(), corner.get(1).asDouble());
    }

    private static GroundBook words() {
        try {
            return GroundBook.read(DemoYear.TEXTS);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static YearPlan year() {
        try {
            return YearFile.read(RunningDemo.YEAR, DemoYear.codes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.yiwang.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.yiwang.insight.model.Found;

/** The short form of {@code ./yiwang bench insight}: what is planted is found, what is not there is not. */
class PlantedClustersTest {
    private static final PlantedClusters GROUND = new PlantedClusters();

    @Test
    void on_twenty_nights_of_noise_hardly_anything_is_called_out() {
        List<Found> found = LongStream.range(0, 20)
                .mapToObj(night -> GROUND.noise(5_000 + night))
                .flatMap(List::stream)
                .toList();
        assertThat(found).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void ten_cases_more_of_a_middling_category_within_a_week_are_found_in_at_least_eleven_of_twelve_places() {
        assertThat(found(10, 7, 10)).isGreaterThanOrEqualTo(11);
    }

    @Test
    void three_cases_more_within_eight_weeks_are_too_few_to_be_told_from_chance() {
        assertThat(found(3, 56, 10)).isLessThanOrEqualTo(2);
    }

    private static long found(int more, int days, int rank) {
        return LongStream.range(0, 12)
                .filter(night ->
                        !GROUND.planted(700 + night, more, days, rank).ways().isEmpty())
                .count();
    }
}

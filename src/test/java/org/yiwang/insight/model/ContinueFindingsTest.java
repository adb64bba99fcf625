package org.yiwang.insight.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiwang.insight.model.ContinueFindings.Outcome;

class ContinueFindingsTest {
    private static final LocalDate DAY = LocalDate.of(2021, 9, 15);
    private static final UUID ID = new UUID(0, 1);

    @Test
    void a_cluster_that_moved_by_a_cell_is_the_same_one() {
        assertThat(outcome(found(12, "a", "b", "c"), known(DAY.minusDays(1), null, "b", "c", "d"))
                        .continues())
                .isEqualTo(ID);
    }

    @Test
    void a_cluster_elsewhere_or_of_another_kind_is_new() {
        assertThat(outcome(found(12, "x", "y"), known(DAY.minusDays(1), null, "b", "c"))
                        .continues())
                .isNull();
        Known burst = new Known(ID, Kind.BURST, "E0501", "", List.of("a"), DAY.minusDays(1), null);
        assertThat(outcome(found(12, "a"), burst).continues()).isNull();
    }

    @Test
    void what_was_not_seen_for_more_than_four_weeks_begins_anew() {
        assertThat(outcome(found(12, "a"), known(DAY.minusDays(28), null, "a")).continues())
                .isEqualTo(ID);
        assertThat(outcome(found(12, "a"), known(DAY.minusDays(29), null, "a")).continues())
                .isNull();
    }

    @Test
    void what_was_put_aside_stays_away_until_it_has_grown_by_half() {
        assertThat(outcome(found(14, "a"), known(DAY.minusDays(60), 10, "a")))
                .extracting(Outcome::continues, Outcome::returns)
                .containsExactly(ID, false);
        assertThat(outcome(found(15, "a"), known(DAY.minusDays(60), 10, "a")).returns())
                .isTrue();
    }

    @Test
    void of_two_clusters_over_one_that_was_known_the_less_likely_by_chance_continues_it() {
        Found weak = new Found(Kind.HOT_SPOT, "E0501", "", "", List.of("a"), DAY, DAY, 6, 1, 3, 1e-4, 0.01, List.of());
        List<Outcome> outcomes = ContinueFindings.of(
                DAY, List.of(weak, found(12, "a", "b")), List.of(known(DAY.minusDays(1), null, "a", "b")));
        assertThat(outcomes).extracting(Outcome::continues).containsExactly(ID, null);
    }

    private static Outcome outcome(Found found, Known known) {
        return ContinueFindings.of(DAY, List.of(found), List.of(known)).getFirst();
    }

    private static Found found(int observed, String... cells) {
        return new Found(
                Kind.HOT_SPOT, "E0501", "", "", List.of(cells), DAY, DAY, observed, 1, 5, 1e-8, 1e-5, List.of());
    }

    private static Known known(LocalDate seen, @Nullable Integer dismissed, String... cells) {
        return new Known(ID, Kind.HOT_SPOT, "E0501", "", List.of(cells), seen, dismissed);
    }
}

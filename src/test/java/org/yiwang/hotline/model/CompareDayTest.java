package org.yiwang.hotline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.hotline.model.CompareDay.Kind.MISSING_ABOVE;
import static org.yiwang.hotline.model.CompareDay.Kind.MISSING_HERE;
import static org.yiwang.hotline.model.CompareDay.Kind.STATUS_DIFFERS;
import static org.yiwang.hotline.model.CompareDay.Kind.UNKNOWN_STATUS;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.model.Stage;
import org.yiwang.hotline.model.CompareDay.Difference;

class CompareDayTest {
    private static final Instant AT = Instant.parse("2021-11-09T01:00:00Z");

    @Test
    void each_sort_of_difference_is_found_once_and_what_agrees_is_not_named() {
        List<OrderRow> here = List.of(ours("A", "YBJ"), ours("B", "BLZ"), ours("C", "YSL"), ours("D", "YPD"));
        List<Listed> above = List.of(theirs("A", "YBJ"), theirs("B", "YPD"), theirs("D", "XX9"), theirs("E", "DQS"));
        assertThat(CompareDay.of(here, above))
                .containsExactlyInAnyOrder(
                        new Difference("B", STATUS_DIFFERS, "BLZ", "YPD"),
                        new Difference("C", MISSING_ABOVE, "YSL", null),
                        new Difference("D", UNKNOWN_STATUS, "YPD", "XX9"),
                        new Difference("E", MISSING_HERE, null, "DQS"));
    }

    @Test
    void an_order_of_which_only_the_receipt_was_sent_agrees() {
        assertThat(CompareDay.of(List.of(ours("A", "DQS")), List.of(theirs("A", "YQS"))))
                .isEmpty();
    }

    @Test
    void what_is_told_of_a_stage_fits_the_stage_when_it_is_read_back() {
        for (Stage stage : Stage.values())
            if (stage != Stage.MERGED)
                assertThat(UpperStatus.of(stage).fits(stage)).as(stage.id()).isTrue();
        for (UpperStatus status : UpperStatus.values())
            assertThat(UpperStatus.written(status.code())).contains(status);
    }

    private static OrderRow ours(String no, String told) {
        UUID id = new UUID(1, no.hashCode());
        return new OrderRow(no, OrderKind.HELP, false, "", AT, null, "given", true, AT, id, id, id, null, 0, 0, told);
    }

    private static Listed theirs(String no, String status) {
        return new Listed(no, status, AT);
    }
}

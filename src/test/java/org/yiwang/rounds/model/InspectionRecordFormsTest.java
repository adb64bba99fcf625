package org.yiwang.rounds.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.audit.Hash;
import org.yiwang.rounds.model.InspectionRecord.Case;
import org.yiwang.scenario.Words;
import org.yiwang.scenario.form.Form;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the digest of a paper covers, and that papers of the first form verify as they did. */
class InspectionRecordFormsTest {
    /** As the first form had it, to the letter. */
    private static final String FIRST = """
            stop 00000000-0000-0000-0000-000000000001
            round firms/monthly 3
            subject firm
            key "A-1"
            label "长阳五金"
            at 2021-12-31T02:30:00Z
            by 00000000-0000-0000-0000-000000000002 "孙宏伟"
            stood 121.5 31.25 8.0
            metres 12 true
            answer exit "locked"
            case DQ20211231-G-0001""";

    private static final UUID EARLIER = new UUID(0, 9);

    @Test
    void a_paper_of_the_first_form_verifies() {
        InspectionRecord record = record("Z0101", null);
        assertThat(record.isDigest(hash(FIRST))).isTrue();
        assertThat(record.isDigest(hash(FIRST.replace("A-1", "A-2")))).isFalse();
        assertThat(InspectionRecord.form(hash(FIRST))).isEqualTo(1);
    }

    @Test
    void papers_say_in_the_second_form_which_types_the_cases_have_and_whether_it_was_a_second_look() {
        String digest = record("Z0101", null).digest();
        assertThat(InspectionRecord.form(digest)).isEqualTo(2);
        assertThat(record("Z0101", null).isDigest(digest)).isTrue();
        assertThat(record("Z0102", null).isDigest(digest)).isFalse();
        assertThat(record("Z0101", EARLIER).isDigest(digest)).isFalse();
    }

    private static String hash(String text) {
        return Hash.of(Sm3.hash(text.getBytes(UTF_8))).hex();
    }

    private static InspectionRecord record(String category, @Nullable UUID again) {
        UUID inspector = new UUID(0, 2);
        Round round = new Round(
                "firms",
                3,
                "monthly",
                Words.of("企业月查"),
                new Over("firm", Form.empty(), null),
                Rhythm.MONTH,
                1,
                null,
                0,
                new Round.Proof(1, 100),
                Form.empty(),
                Form.empty(),
                List.of());
        Stop.Made made = new Stop.Made(
                Instant.parse("2021-12-31T02:30:00Z"),
                inspector,
                "孙宏伟",
                new Stop.Stood(121.5, 31.25, 8),
                12,
                true,
                true,
                Map.of("exit", JsonNodeFactory.instance.stringNode("locked")),
                List.of(),
                List.of());
        Period period = new Period(LocalDate.parse("2021-12-01"), LocalDate.parse("2021-12-31"));
        Stop stop = new Stop(
                new UUID(0, 1),
                new Tenant(310110018),
                "firms",
                3,
                "monthly",
                new Subject("firm", "A-1", "长阳五金", null, null, null, null),
                null,
                period,
                1,
                period.end(),
                Stop.State.MADE,
                null,
                again == null ? null : new Stop.Again(again, new UUID(0, 7), true),
                made);
        return new InspectionRecord(
                stop, round, made, "0001", List.of(), List.of(new Case("DQ20211231-G-0001", category)));
    }
}

package org.yiwang.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class VerifyChainsTest {
    private static final String ZHANG = "audit 310110018/session/zhang row ";

    private final AuditFixture audit;

    VerifyChainsTest(@TempDir Path folder) {
        audit = new AuditFixture(folder);
    }

    @BeforeEach
    void two_chains_under_two_seals() {
        audit.record("session/zhang", 6);
        audit.record("session/li", 3);
        audit.seals.run();
        audit.record("session/zhang", 4);
        audit.seals.run();
    }

    @Test
    void an_untouched_trail_is_sound() {
        assertThat(audit.check.verify()).isEqualTo(new VerifyChains.Report(2, 13, 2, List.of()));
    }

    @Test
    void a_minute_in_which_nothing_moved_gets_no_seal() {
        audit.seals.run();
        assertThat(audit.check.verify().seals()).isEqualTo(2);
    }

    @Test
    void a_seal_covers_only_chains_that_moved() {
        assertThat(audit.jdbc
                        .sql("select chain, seq, seal from platform.seal_leaf order by seal, chain")
                        .query((row, n) -> tuple(row.getString(1), row.getLong(2), row.getLong(3)))
                        .list())
                .containsExactly(
                        tuple("310110018/session/li", 3L, 1L),
                        tuple("310110018/session/zhang", 6L, 1L),
                        tuple("310110018/session/zhang", 10L, 2L));
    }

    @Test
    void an_altered_row_is_named() {
        audit.tamper("audit", "update platform.audit set actor = 'wang' where stream = 'session/zhang' and seq = 4");
        assertThat(audit.differences()).containsExactly(ZHANG + "4: its content is not what was written");
    }

    @Test
    void an_altered_time_or_detail_is_named() {
        audit.tamper(
                "audit",
                "update platform.audit set at = at + interval '1 microsecond' where stream = 'session/li' and seq = 1");
        audit.tamper(
                "audit", "update platform.audit set detail = '{\"n\":8}' where stream = 'session/zhang' and seq = 9");
        assertThat(audit.differences())
                .containsExactly(
                        "audit 310110018/session/li row 1: its content is not what was written",
                        ZHANG + "9: its content is not what was written");
    }

    @Test
    void a_deleted_row_is_named() {
        audit.tamper("audit", "delete from platform.audit where stream = 'session/zhang' and seq = 4");
        assertThat(audit.differences()).containsExactly(ZHANG + "4: it is missing; row 5 follows row 3");
    }

    @Test
    void a_deleted_row_is_named_when_the_rest_is_renumbered_over_the_gap() {
        audit.tamper("audit", "delete from platform.audit where stream = 'session/zhang' and seq = 4");
        audit.tamper("audit", "update platform.audit set seq = -seq where stream = 'session/zhang' and seq > 4");
        audit.tamper("audit", "update platform.audit set seq = -seq - 1 where stream = 'session/zhang' and seq < 0");
        assertThat(audit.differences()).containsExactly(ZHANG + "4: its content is not what was written");
    }

    @Test
    void rows_that_changed_places_are_named() {
        audit.tamper("audit", "update platform.audit set seq = 100 where stream = 'session/zhang' and seq = 2");
        audit.tamper("audit", "update platform.audit set seq = 2 where stream = 'session/zhang' and seq = 3");
        audit.tamper("audit", "update platform.audit set seq = 3 where stream = 'session/zhang' and seq = 100");
        assertThat(audit.differences()).containsExactly(ZHANG + "2: its content is not what was written");
    }

    @Test
    void rows_cut_off_at_the_end_are_named() {
        audit.tamper("audit", "delete from platform.audit where stream = 'session/zhang' and seq > 8");
        assertThat(audit.differences())
                .containsExactly(ZHANG + "9: it is missing; seal 2 covers the chain up to row 10");
    }

    @Test
    void rows_cut_off_with_the_end_moved_back_are_named() {
        cutZhangTo(8);
        assertThat(audit.differences())
                .containsExactly(ZHANG + "9: it is missing; seal 2 covers the chain up to row 10");
    }

    @Test
    void rows_cut_off_and_written_anew_are_named() {
        cutZhangTo(8);
        audit.record("session/zhang", 5);
        assertThat(audit.differences())
                .containsExactly(ZHANG + "10: seal 2 covers another content; the chain was written anew");
    }

    @Test
    void a_chain_that_vanished_is_named() {
        audit.tamper("audit", "delete from platform.audit where stream = 'session/li'");
        audit.jdbc
                .sql("delete from platform.audit_head where stream = 'session/li'")
                .update();
        assertThat(audit.differences())
                .containsExactly(
                        "audit 310110018/session/li row 1: it is missing; seal 1 covers the chain up to row 3");
    }

    @Test
    void rows_cut_off_together_with_their_seal_are_found_by_the_file() {
        cutZhangTo(6);
        audit.tamper("seal_leaf", "delete from platform.seal_leaf where seal = 2");
        audit.tamper("seal", "delete from platform.seal where seq = 2");
        assertThat(audit.differences())
                .containsExactly(
                        "seal 2: %s has it, the database does not: rows were cut off".formatted(audit.log.file()));
    }

    @Test
    void a_seal_made_anew_after_a_cut_is_found_by_the_file() {
        cutZhangTo(6);
        audit.tamper("seal_leaf", "delete from platform.seal_leaf where seal = 2");
        audit.tamper("seal", "delete from platform.seal where seq = 2");
        audit.record("session/zhang", 1);
        audit.seals.run();
        assertThat(audit.differences())
                .singleElement()
                .asString()
                .startsWith("seal 2: ")
                .contains("says otherwise in line 2");
    }

    @Test
    void an_altered_seal_leaf_is_named() {
        audit.tamper("seal_leaf", "delete from platform.seal_leaf where seal = 1 and chain like '%li'");
        assertThat(audit.differences())
                .containsExactly("seal 1: the chain ends it covers were altered, removed or added");
    }

    @Test
    void an_altered_seal_is_named() {
        audit.tamper("seal", "update platform.seal set at = at + interval '1 day' where seq = 1");
        assertThat(audit.differences()).contains("seal 1: it was altered, or the seal before it was");
    }

    @Test
    void a_file_written_anew_is_named() throws IOException {
        Files.writeString(audit.log.file(), audit.log.lines().getFirst() + "\nnonsense\n");
        assertThat(audit.differences()).singleElement().asString().contains("line 2: nonsense");
    }

    @Test
    void a_lost_file_is_written_again_from_the_database() throws IOException {
        Files.delete(audit.log.file());
        audit.seals.run();
        assertThat(audit.log.lines()).hasSize(2);
        assertThat(audit.differences()).isEmpty();
    }

    /** What a careful intruder does: the end on record agrees with what is left. */
    private void cutZhangTo(long row) {
        audit.tamper("audit", "delete from platform.audit where stream = 'session/zhang' and seq > " + row);
        audit.jdbc.sql("""
                update platform.audit_head h set seq = a.seq, hash = a.hash from platform.audit a
                where a.stream = 'session/zhang' and a.seq = :row and h.stream = a.stream
                """).param("row", row).update();
    }
}

package org.yiwang.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yiwang.platform.audit.AuditFixture.DAQIAO;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

@Tag("database")
class AuditTrailTest {
    private final AuditFixture audit;

    AuditTrailTest(@TempDir Path folder) {
        audit = new AuditFixture(folder);
    }

    @Test
    void an_entry_is_gone_when_its_transaction_is_rolled_back() {
        audit.record("session/zhang", 1);
        audit.transactions.executeWithoutResult(status -> {
            audit.record("session/zhang", 2);
            status.setRollbackOnly();
        });
        audit.record("session/zhang", 1);
        assertThat(numbers()).containsExactly(1L, 2L);
        assertThat(audit.differences()).isEmpty();
    }

    @Test
    void eight_writers_at_once_make_one_chain_without_gaps() {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) writers.execute(() -> audit.record("session/zhang", 25));
        }
        assertThat(numbers()).hasSize(200).isSorted().startsWith(1L).endsWith(200L);
        assertThat(audit.check.verify()).isEqualTo(new VerifyChains.Report(1, 200, 0, List.of()));
    }

    @Test
    void entries_cannot_be_changed_by_an_ordinary_statement() {
        audit.record("session/zhang", 1);
        assertThatThrownBy(() ->
                        audit.jdbc.sql("update platform.audit set actor = 'li'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void a_stream_has_a_plain_name() {
        assertThatThrownBy(() -> audit.trail.record(DAQIAO, "张三", "zhang", "signed-in", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Long> numbers() {
        return audit.jdbc
                .sql("select seq from platform.audit order by seq")
                .query(Long.class)
                .list();
    }
}

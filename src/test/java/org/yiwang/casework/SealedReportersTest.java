package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.casework.CaseWorld.TENANT;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.TestDatabase;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Report;
import org.yiwang.platform.personal.Keys;
import org.yiwang.worktime.Limit;

@Tag("database")
class SealedReportersTest {
    private static final UUID CASE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final DataSource source = TestDatabase.fresh().dataSource();
    private final JdbcClient db = JdbcClient.create(source);
    private final ReportStore reports = new ReportStore(db, Keys.upTo(1));

    @Test
    void neither_name_nor_number_stands_in_the_database() {
        UUID report = add(CASE, "陈阿姨", "13812345678");
        assertThat(rows()).noneMatch(row -> row.contains("陈阿姨") || row.contains("13812345678"));
        ReportStore.Reporter back = reports.of(TENANT, CASE).get(report);
        assertThat(back).isEqualTo(new ReportStore.Reporter("陈阿姨", "13812345678", "树倒了"));
    }

    @Test
    void the_same_caller_is_found_however_the_number_is_written() {
        add(CASE, "陈阿姨", "13812345678");
        add(OTHER, null, "+86 138-1234-5678");
        add(new UUID(0, 3), "陈阿姨", "13812345679");
        assertThat(reports.casesOf(TENANT, "138 1234 5678")).containsExactlyInAnyOrder(CASE, OTHER);
        assertThat(reports.casesOf(TENANT, "nobody")).isEmpty();
    }

    @Test
    void after_a_change_of_keys_all_are_found_at_once_and_sealed_anew_in_time() {
        UUID report = add(CASE, "陈阿姨", "13812345678");
        ReportStore after = new ReportStore(db, Keys.upTo(2));
        assertThat(after.casesOf(TENANT, "13812345678")).containsExactly(CASE);
        reseal(after);
        assertThat(rows()).allMatch(row -> row.contains("sm4:k2:") && !row.contains("sm4:k1:"));
        assertThat(after.casesOf(TENANT, "13812345678")).containsExactly(CASE);
        assertThat(after.of(TENANT, CASE).get(report).phone()).isEqualTo("13812345678");
        assertThat(after.reseal(10)).isZero();
    }

    @Test
    void what_was_stored_before_there_were_keys_is_sealed_too() {
        UUID report = add(CASE, null, "13812345678");
        db.sql("update casework.case_report set name = '陈阿姨', phone = '13812345678', phone_index = null")
                .update();
        assertThat(reports.of(TENANT, CASE).get(report).name()).isEqualTo("陈阿姨");
        reseal(reports);
        assertThat(rows()).noneMatch(row -> row.contains("陈阿姨") || row.contains("13812345678"));
        assertThat(reports.casesOf(TENANT, "13812345678")).containsExactly(CASE);
    }

    private void reseal(ReportStore store) {
        new ResealReporters(store, new TransactionTemplate(new JdbcTransactionManager(source))).run();
    }

    private UUID add(UUID caseId, String name, String phone) {
        UUID id = UUID.randomUUID();
        Report report = new Report(
                id,
                Channel.HOTLINE,
                CaseWorld.at("2021-11-09T09:00"),
                Limit.workingDays(5),
                CaseWorld.at("2021-11-16T09:00"),
                null,
                null,
                null,
                null);
        reports.add(TENANT, caseId, report, new ReportStore.Reporter(name, phone, "树倒了"), null);
        return id;
    }

    private List<String> rows() {
        return db.sql("select r::text from casework.case_report r")
                .query(String.class)
                .list();
    }
}

package org.yiwang.platform.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.TestDatabase;
import org.yiwang.platform.Tenant;

/** The audit trail on a database and a data folder of its own. */
public final class AuditFixture {
    static final Tenant DAQIAO = new Tenant(310110018);
    static final Instant NOON = Instant.parse("2021-11-09T04:00:00.123456Z");

    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final AuditTrail trail;
    final SealChains seals;
    final VerifyChains check;
    final SealLog log;

    AuditFixture(Path folder) {
        this(folder, TestDatabase.fresh().dataSource(), List.of());
    }

    /** With the chains of other modules. */
    public AuditFixture(Path folder, DataSource source, List<ChainSource> others) {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        JdbcTransactionManager manager = new JdbcTransactionManager(source);
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(manager);
        AuditStore store = new AuditStore(jdbc);
        log = new SealLog(folder);
        trail = new AuditTrail(store, transactions, clock);
        List<ChainSource> sources = new ArrayList<>(others);
        sources.add(store);
        seals = new SealChains(sources, new SealStore(jdbc), log, manager, clock);
        check = new VerifyChains(sources, new SealStore(jdbc), log, manager);
    }

    void record(String stream, int times) {
        for (int i = 1; i <= times; i++) trail.record(DAQIAO, stream, "zhang", "signed-in", Map.of("n", i));
    }

    /** Changes rows as the database's owner can: with the guard of append-only tables taken away. */
    void tamper(String table, String sql) {
        jdbc.sql("alter table platform.%s disable trigger append_only".formatted(table))
                .update();
        jdbc.sql(sql).update();
    }

    public void seal() {
        seals.run();
    }

    public List<String> differences() {
        return check.verify().differences().stream().map(Difference::toString).toList();
    }
}

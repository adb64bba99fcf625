package org.yiwang.sensing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.TestDatabase;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.tenancy.OwnRows;
import org.yiwang.sensing.model.Incoming;
import org.yiwang.sensing.model.Incoming.Source;
import org.yiwang.sensing.model.Letter;
import org.yiwang.sensing.model.LogRecord;
import org.yiwang.sensing.model.Partitions;
import org.yiwang.sensing.model.Payload;
import org.yiwang.sensing.store.LetterStore;
import org.yiwang.sensing.store.LogStore;
import org.yiwang.sensing.store.RetentionStore;

/** A database with a log, and nodes that write to it. */
final class LogWorld {
    static final Tenant TENANT = new Tenant(310110018);
    static final Instant NOW = Instant.parse("2021-11-09T02:00:00Z");

    final DataSource source = OwnRows.of(TestDatabase.fresh().dataSource(), TENANT);
    final JdbcClient db = JdbcClient.create(source);
    final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    final LogStore log = new LogStore(db);
    final LetterStore letters = new LetterStore(db);
    final RetentionStore retention = new RetentionStore(db);

    AppendLog node(Clock clock) {
        return new AppendLog(log, transactions, clock, TENANT.code());
    }

    GatherMessages gather(Clock clock, TransactionOperations around) {
        return new GatherMessages(node(clock), letters, around, TENANT);
    }

    static Incoming message(String family, int number) {
        return new Incoming(
                family, family, "lamp", "state", NOW, String.valueOf(number), "{\"n\":" + number + "}", Source.MQTT);
    }

    static Letter letter(int number) {
        return new Letter(
                new UUID(number, 1), NOW, "lamp-1", "state", "sensing.broken-json", List.of(), Payload.of(new byte[] {
                    (byte) number
                }));
    }

    List<LogRecord> all() {
        List<LogRecord> all = new ArrayList<>();
        for (int partition = 0; partition < Partitions.COUNT; partition++)
            all.addAll(log.from(TENANT, partition, 0, Integer.MAX_VALUE));
        return all;
    }

    /** Every partition counts from nought without a gap, its time never goes back, and its head stands right behind its end. */
    void checkOrder() {
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            List<LogRecord> records = log.from(TENANT, partition, 0, Integer.MAX_VALUE);
            Instant last = Instant.EPOCH;
            for (int i = 0; i < records.size(); i++) {
                LogRecord one = records.get(i);
                if (one.offset() != i || one.ingestAt().isBefore(last))
                    throw new AssertionError("Partition " + partition + ": " + one + " after " + last);
                last = one.ingestAt();
            }
            if (log.head(TENANT, partition).nextOffset() != records.size())
                throw new AssertionError("The head of partition " + partition + " is elsewhere");
        }
    }
}

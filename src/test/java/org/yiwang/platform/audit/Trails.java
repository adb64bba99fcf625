package org.yiwang.platform.audit;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An audit trail for tests of other modules. */
public final class Trails {
    private Trails() {}

    public static AuditTrail trail(DataSource source, Clock clock) {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        return new AuditTrail(new AuditStore(JdbcClient.create(source)), transactions, clock);
    }
}

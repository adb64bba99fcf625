package org.yiwang.casework.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.platform.audit.ChainSource;
import org.yiwang.platform.feed.Outbox;

/** The stores on a database, without the rest of the product. */
public record Stores(CaseJson json, CaseStore store, CaseWriter writer) {
    public static Stores on(DataSource source) {
        CaseJson json = new CaseJson();
        RecentCases recent = new RecentCases();
        return new Stores(
                json,
                new CaseStore(source, new CaseReader(json), recent),
                new CaseWriter(source, json, recent, () -> {}));
    }

    /** The cases' events as sealed chains. */
    public ChainSource chains(JdbcClient jdbc, Outbox outbox) {
        return new CaseChains(jdbc, new CaseReader(json), json, outbox);
    }
}

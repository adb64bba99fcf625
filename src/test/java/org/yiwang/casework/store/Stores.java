package org.yiwang.casework.store;

import javax.sql.DataSource;

/** The stores on a database, without the rest of the product. */
public record Stores(CaseJson json, CaseStore store, CaseWriter writer) {
    public static Stores on(DataSource source) {
        CaseJson json = new CaseJson();
        return new Stores(json, new CaseStore(source, new CaseReader(json)), new CaseWriter(source, json));
    }
}

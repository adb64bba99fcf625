package org.yiwang.registry.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.platform.personal.PersonalData;

/** The registry's tables, put together by hand. */
public final class Stores {
    public final DefinitionStore definitions;
    public final EntryStore entries;
    public final FindEntries find;
    public final RelationStore relations;
    public final ChangeStore changes;
    public final ImportStore imports;
    public final ApplySheet sheets;
    public final DeriveAgain derive;
    public final SealedData sealed;
    public final QualityStore quality;

    public Stores(JdbcClient db, PersonalData personal) {
        RegistryJson json = new RegistryJson();
        sealed = new SealedData(personal);
        EntryRows rows = new EntryRows(json, sealed);
        definitions = new DefinitionStore(db, json);
        entries = new EntryStore(db, json, sealed, rows);
        find = new FindEntries(db, rows);
        relations = new RelationStore(db);
        changes = new ChangeStore(db, rows);
        imports = new ImportStore(db, json, sealed);
        derive = new DeriveAgain(db, json, rows);
        sheets = new ApplySheet(db, derive);
        quality = new QualityStore(db);
    }
}

package org.yiwang.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Maps for tests of other modules. */
public final class TestTerritories {
    private TestTerritories() {}

    /** The map of this folder, taken into the database. */
    public static Territories of(JdbcClient db, Path folder, Instant now) {
        TerritoryStore store = new TerritoryStore(db);
        Territories territories = new Territories(store, 310110018);
        try {
            new TerritoryImport(
                            store,
                            territories,
                            event -> territories.changed((TerritoryChanged) event),
                            Clock.fixed(now, ZoneOffset.UTC))
                    .importFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return territories;
    }
}

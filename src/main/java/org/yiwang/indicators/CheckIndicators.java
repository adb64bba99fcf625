package org.yiwang.indicators;

import java.time.Clock;
import javax.sql.DataSource;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.tenancy.OwnRows;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;

/** Tries the indicators of a package where no sub-district runs: on any migrated database, an empty one too. */
public final class CheckIndicators {
    private static final Tenant NOBODY = new Tenant(1);

    private CheckIndicators() {}

    public static boolean hasSome(PackageFiles files) {
        return !ReadIndicator.paths(files).isEmpty();
    }

    public static void check(DataSource database, PackageFiles files, Faults faults) {
        FigureStore store = new FigureStore(OwnRows.of(database, NOBODY));
        IndicatorSection.tryOut(store, NOBODY, files, faults, Clock.systemUTC());
    }
}

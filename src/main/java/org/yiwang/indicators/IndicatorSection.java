package org.yiwang.indicators;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Pack;
import org.yiwang.scenario.PackageFiles;
import org.yiwang.scenario.PublishedPackage;
import org.yiwang.scenario.Section;
import org.yiwang.scenario.Words;

/** The indicators of a package: {@code indicators/<name>.sql}. */
@Component
class IndicatorSection implements Section {
    private static final String REGISTERS = "registers";

    private final ObjectProvider<FigureStore> store;
    private final ObjectProvider<Indicators> indicators;
    private final Clock clock;

    IndicatorSection(ObjectProvider<FigureStore> store, ObjectProvider<Indicators> indicators, Clock clock) {
        this.store = store;
        this.indicators = indicators;
        this.clock = clock;
    }

    @Override
    public String folder() {
        return ReadIndicator.FOLDER;
    }

    @Override
    public String ending() {
        return ReadIndicator.ENDING;
    }

    @Override
    public void check(PackageFiles files, Faults faults) {
        ReadIndicator.all(files, faults);
    }

    /** What is in force as it is was tried when it came into force; otherwise every start would try everything again. */
    @Override
    public void checkHere(Tenant tenant, PackageFiles files, Faults faults) {
        if (ReadIndicator.paths(files).isEmpty() || indicators.getObject().areInForce(tenant, files)) return;
        tryOut(store.getObject(), tenant, files, faults, clock);
    }

    static void tryOut(FigureStore store, Tenant tenant, PackageFiles files, Faults faults, Clock clock) {
        List<String> registers = Stream.concat(Stream.of(files), files.others().stream())
                .flatMap(one -> one.documents(REGISTERS).keySet().stream())
                .distinct()
                .toList();
        TrySql sql = new TrySql(store, Reader.ofAll(tenant, registers), faults, clock.instant());
        for (Indicator indicator : ReadIndicator.all(files, new Faults()).values()) {
            try {
                sql.tryOut(indicator);
            } catch (RefusedException e) {
                // Where figures cannot be asked for at all, everything else of the package still counts.
                faults.warning(
                        files.spotOf(Pack.FILE, "id"),
                        e.refusal().code(),
                        e.refusal().arguments().toArray());
                return;
            }
        }
    }

    @Override
    public List<Words> contents(PackageFiles files) {
        return ReadIndicator.all(files, new Faults()).values().stream()
                .map(Indicator::title)
                .toList();
    }

    @Override
    public void publish(Tenant tenant, PublishedPackage published) {
        // Nothing is kept twice: the indicators are read from what is in force.
    }
}

package org.yiwang.territory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Takes maps in: checked as a whole first, then put in place of the layers that they hold. With any error nothing changes. */
@Component
public class TerritoryImport {
    private final TerritoryStore store;
    private final Territories territories;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TerritoryImport(TerritoryStore store, Territories territories, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.territories = territories;
        this.events = events;
        this.clock = clock;
    }

    /** Replaces every layer that the folder's {@code *.geojson} files hold; throws a refusal naming the first faults where there are any. */
    @Transactional
    public int importFolder(Path folder) throws IOException {
        MapErrors errors = new MapErrors();
        MapFile map = new MapFile(Datum.WGS84, null, errors);
        for (Path file : files(folder)) map.read(Files.readAllBytes(file));
        ImportAnswer answer = replace(territories.ownTenant(), map, null, errors);
        if (!answer.isAccepted())
            throw Refusal.invalid("folder", "territory.bad-folder", folder, answer.summary())
                    .exception();
        return answer.accepted();
    }

    /** Replaces the layer by the file's features; the answer names every fault, and then nothing has changed. */
    @Transactional
    public ImportAnswer importLayer(Tenant tenant, Layer layer, byte[] geoJson, Datum datum) {
        MapErrors errors = new MapErrors();
        MapFile map = new MapFile(datum, layer, errors);
        map.read(geoJson);
        return replace(tenant, map, layer, errors);
    }

    private ImportAnswer replace(Tenant tenant, MapFile file, @Nullable Layer only, MapErrors errors) {
        Set<Layer> layers = file.features().stream()
                .map(MapFeature::layer)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Layer.class)));
        if (only != null) layers.add(only);
        store.lock(tenant, clock.instant());
        List<MapFeature> rest = store.features(tenant).stream()
                .filter(feature -> !layers.contains(feature.layer()))
                .toList();
        List<MapFeature> fresh = file.features();
        List<MapFeature> whole = Stream.concat(rest.stream(), fresh.stream()).toList();
        MapCheck check = new MapCheck(tenant, whole, errors);
        if (!errors.isEmpty()) return ImportAnswer.refused(errors, check);
        store.delete(tenant, layers);
        store.insert(tenant, fresh);
        events.publishEvent(new TerritoryChanged(tenant, store.nextEdition(tenant, clock.instant())));
        return ImportAnswer.accepted(fresh.size(), check);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".geojson"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList());
        }
    }
}

package org.yiwang.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yiwang.platform.Tenant;

/** The demonstration map, read without a database. */
public final class Daqiao {
    static final Tenant TENANT = new Tenant(310110018);
    public static final Path FOLDER = Path.of("examples", "daqiao");
    private static final List<MapFeature> FEATURES = read();
    public static final Territory TERRITORY = new Territory(1, FEATURES);

    private Daqiao() {}

    static List<MapFeature> features() {
        return FEATURES;
    }

    static byte[] file(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<MapFeature> read() {
        MapErrors errors = new MapErrors();
        MapFile map = new MapFile(Datum.WGS84, null, errors);
        Stream.of("territory", "cells", "estates", "buildings", "roads", "land", "places")
                .forEach(name -> map.read(file(name + ".geojson")));
        if (!errors.isEmpty()) throw new IllegalStateException(errors.faults().toString());
        return map.features();
    }
}

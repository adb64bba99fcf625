package org.yiwang.territory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Sm3;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Layers of a map as a GeoJSON feature collection, ready to be sent, plain and packed. */
final class MapAnswer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TAG_BYTES = 12;

    private final byte[] plain;
    private final byte[] packed;
    private final String tag;

    MapAnswer(Territory territory, Set<Layer> layers) {
        plain = geoJson(territory.features().stream()
                .filter(feature -> layers.contains(feature.layer()))
                .toList());
        packed = pack(plain);
        tag = '"' + HexFormat.of().formatHex(Sm3.hash(plain), 0, TAG_BYTES) + '"';
    }

    /** The same for the same content, on every node and after every restart. */
    String tag() {
        return tag;
    }

    byte[] bytes(boolean asPacked) {
        return asPacked ? packed : plain;
    }

    static byte[] geoJson(List<MapFeature> features) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("type", "FeatureCollection");
            out.writeName("features");
            out.writeStartArray();
            for (MapFeature feature : features) write(out, feature);
            out.writeEndArray();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, MapFeature feature) {
        out.writeStartObject();
        out.writeStringProperty("type", "Feature");
        out.writeName("properties");
        out.writeStartObject();
        write(out, "layer", feature.layer().id());
        write(out, "code", feature.code());
        write(out, "name", feature.name());
        write(out, "nameEn", feature.nameEn());
        write(out, "unit", feature.unit());
        write(out, "committee", feature.committee());
        write(out, "area", feature.area());
        write(out, "class", feature.kind());
        out.writeEndObject();
        out.writeName("geometry");
        GeoJson.write(out, feature.geometry());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String name, @Nullable String value) {
        if (value != null) out.writeStringProperty(name, value);
    }

    private static byte[] pack(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

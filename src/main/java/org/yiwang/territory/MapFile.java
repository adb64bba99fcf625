package org.yiwang.territory;

import static org.yiwang.platform.Refusal.Kind.MALFORMED;
import static org.yiwang.platform.Refusal.Kind.TOO_LARGE;
import static org.yiwang.platform.Refusal.refuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A GeoJSON file read feature by feature: what can be used, and what is wrong with the rest. */
final class MapFile {
    static final int BYTES_MAX = 20 << 20;
    static final int FEATURES_MAX = 50_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TokenStreamLocation START = new TokenStreamLocation(null, 0, 1, 1);

    private final List<MapFeature> features = new ArrayList<>();
    private final MapErrors errors;
    private final Datum datum;
    private final @Nullable Layer only;
    private final Map<Layer, Map<String, String>> codes = new HashMap<>();

    /** @param only the layer that the file must hold, also where its features do not say so; null for any */
    MapFile(Datum datum, @Nullable Layer only, MapErrors errors) {
        this.datum = datum;
        this.only = only;
        this.errors = errors;
    }

    /** Reads one file; several may be read one after the other. */
    void read(byte[] file) {
        JsonNode features = collection(file);
        if (this.features.size() + features.size() > FEATURES_MAX)
            throw refuse(TOO_LARGE, "territory.too-many-features", FEATURES_MAX).exception();
        for (int i = 0; i < features.size(); i++) readFeature(features.get(i), i + 1);
    }

    List<MapFeature> features() {
        return features;
    }

    /** The features of a collection, as they stand in the file. */
    static JsonNode collection(byte[] file) {
        if (file.length > BYTES_MAX)
            throw refuse(TOO_LARGE, "territory.too-large", BYTES_MAX >> 20).exception();
        try {
            JsonNode root = JSON.readTree(file);
            if (root.path("features").isArray()) return root.get("features");
        } catch (JacksonException e) {
            // What is nested too deeply breaks without a place.
            TokenStreamLocation at = Objects.requireNonNullElse(e.getLocation(), START);
            throw refuse(MALFORMED, "territory.no-json", at.getLineNr(), at.getColumnNr())
                    .exception();
        }
        throw refuse(MALFORMED, "territory.no-collection").exception();
    }

    private void readFeature(JsonNode node, int number) {
        JsonNode properties = node.path("properties");
        String code = text(properties, "code");
        String label = code == null ? "#" + number : code;
        try {
            Layer layer = layer(properties);
            if (layer == null)
                errors.add(
                        label,
                        "territory.unknown-layer",
                        properties.path("layer").asString("-"));
            else if (code == null) errors.add(label, "territory.no-code");
            else add(layer, code, number, properties, node.path("geometry"));
        } catch (RefusedException e) {
            errors.add(label, e.refusal());
        }
    }

    private void add(Layer layer, String code, int number, JsonNode properties, JsonNode shape) {
        String before = codes.computeIfAbsent(layer, any -> new HashMap<>()).putIfAbsent(code, "#" + number);
        if (before != null) {
            errors.add("#" + number, "territory.duplicate-code", code, before);
            return;
        }
        Geometry geometry = GeoJson.read(shape, datum);
        if (!layer.geometries().contains(geometry.getGeometryType()))
            errors.add(code, "territory.wrong-geometry", layer.id(), String.join(", ", layer.geometries()));
        else if (isSound(code, geometry)) features.add(feature(layer, code, properties, geometry));
    }

    private boolean isSound(String code, Geometry geometry) {
        Optional<Refusal> fault = Shapes.fault(geometry);
        fault.ifPresent(found -> errors.add(code, found));
        return fault.isEmpty();
    }

    private static MapFeature feature(Layer layer, String code, JsonNode from, Geometry geometry) {
        return new MapFeature(
                layer,
                code,
                text(from, "name"),
                text(from, "nameEn"),
                text(from, "unit"),
                text(from, "committee"),
                text(from, "area"),
                text(from, "class"),
                geometry);
    }

    private @Nullable Layer layer(JsonNode properties) {
        String named = text(properties, "layer");
        if (named == null) return only;
        for (Layer layer : Layer.values())
            if (layer.id().equals(named) && (only == null || only == layer)) return layer;
        return null;
    }

    private static @Nullable String text(JsonNode properties, String name) {
        JsonNode value = properties.path(name);
        String text = value.isString() || value.isNumber() ? Objects.requireNonNullElse(value.asString(), "") : "";
        return text.isBlank() ? null : text.strip();
    }
}

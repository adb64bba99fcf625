package org.yiwang.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The map's rows. */
@Component
class TerritoryStore {
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient sql;

    TerritoryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Number of the map's present edition; 0 where there is none. */
    long edition(Tenant tenant) {
        return sql.sql("select number from territory.edition where tenant = :tenant")
                .param("tenant", tenant.code())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Until the transaction ends, nobody else changes this map. */
    void lock(Tenant tenant, Instant now) {
        sql.sql("""
                        insert into territory.edition as e (tenant, number, changed_at) values (:tenant, 0, :now)
                        on conflict (tenant) do update set number = e.number
                        """)
                .param("tenant", tenant.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    long nextEdition(Tenant tenant, Instant now) {
        return sql.sql("""
                        update territory.edition set number = number + 1, changed_at = :now
                        where tenant = :tenant returning number
                        """)
                .param("tenant", tenant.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    List<MapFeature> features(Tenant tenant) {
        return sql.sql("""
                        select layer, code, name, name_en, unit, committee, area, class, geometry::text as geometry
                        from territory.feature where tenant = :tenant order by layer, code
                        """)
                .param("tenant", tenant.code())
                .query((row, number) -> feature(row))
                .list();
    }

    void delete(Tenant tenant, Collection<Layer> layers) {
        sql.sql("delete from territory.feature where tenant = :tenant and layer = any(:layers)")
                .param("tenant", tenant.code())
                .param("layers", layers.stream().map(Layer::id).toArray(String[]::new))
                .update();
    }

    void insert(Tenant tenant, List<MapFeature> features) {
        sql.sql("""
                        insert into territory.feature (tenant, layer, code, name, name_en, unit, committee, area, class,
                                                       min_lon, min_lat, max_lon, max_lat, geometry)
                        select :tenant, f.layer, f.code, f.name, f.name_en, f.unit, f.committee, f.area, f.class,
                               f.min_lon, f.min_lat, f.max_lon, f.max_lat, f.geometry::jsonb
                        from unnest(:layer::text[], :code::text[], :name::text[], :nameEn::text[], :unit::text[],
                                    :committee::text[], :area::text[], :class::text[],
                                    :minLon::float8[], :minLat::float8[], :maxLon::float8[], :maxLat::float8[],
                                    :geometry::text[])
                             as f (layer, code, name, name_en, unit, committee, area, class,
                                   min_lon, min_lat, max_lon, max_lat, geometry)
                        """)
                .param("tenant", tenant.code())
                .param("layer", texts(features, feature -> feature.layer().id()))
                .param("code", texts(features, MapFeature::code))
                .param("name", texts(features, MapFeature::name))
                .param("nameEn", texts(features, MapFeature::nameEn))
                .param("unit", texts(features, MapFeature::unit))
                .param("committee", texts(features, MapFeature::committee))
                .param("area", texts(features, MapFeature::area))
                .param("class", texts(features, MapFeature::kind))
                .param("minLon", degrees(features, Envelope::getMinX))
                .param("minLat", degrees(features, Envelope::getMinY))
                .param("maxLon", degrees(features, Envelope::getMaxX))
                .param("maxLat", degrees(features, Envelope::getMaxY))
                .param("geometry", texts(features, TerritoryStore::json))
                .update();
    }

    private static @Nullable String[] texts(List<MapFeature> features, Function<MapFeature, @Nullable String> column) {
        return features.stream().map(column).toArray(String[]::new);
    }

    private static Double[] degrees(List<MapFeature> features, Function<Envelope, Double> side) {
        return features.stream()
                .map(feature -> side.apply(feature.geometry().getEnvelopeInternal()))
                .toArray(Double[]::new);
    }

    private static String json(MapFeature feature) {
        java.io.StringWriter text = new java.io.StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            GeoJson.write(out, feature.geometry());
        }
        return text.toString();
    }

    private static MapFeature feature(ResultSet row) throws SQLException {
        return new MapFeature(
                Layer.of(row.getString("layer")),
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getString("unit"),
                row.getString("committee"),
                row.getString("area"),
                row.getString("class"),
                GeoJson.read(JSON.readTree(row.getString("geometry")), Datum.WGS84));
    }
}

package org.yiwang.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;

/** Answers where a point lies, whatever datum it comes in. */
@Component
public class Locate {

    /** What callers outside get: {@code inside} false and nothing else where the point lies outside the sub-district. */
    @SchemaName("Located")
    record Answer(
            boolean inside,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String cell,
            @Nullable String cellName,
            @Nullable String committee,
            @Nullable String area,
            @Nullable String address,
            @Nullable List<Near> nearest) {
        static Answer of(@Nullable Located located) {
            if (located == null) return new Answer(false, null, null, null, null, null, null, null, null);
            LonLat point = located.point();
            Cell cell = located.cell();
            return new Answer(
                    true,
                    point.lon(),
                    point.lat(),
                    cell.code(),
                    cell.name(),
                    cell.committee(),
                    cell.area(),
                    located.address(),
                    located.nearest());
        }
    }

    private final Territories territories;

    Locate(Territories territories) {
        this.territories = territories;
    }

    /** Where the point lies in this installation's sub-district; null outside it. Throws a refusal for numbers that are no point. */
    public @Nullable Located locate(double lon, double lat, Datum datum) {
        return territories.own().locate(point(lon, lat, datum));
    }

    /** The numbers as a point in WGS-84, rounded to six decimals; throws a refusal where they are none. */
    public static LonLat point(double lon, double lat, Datum datum) {
        if (!LonLat.isValid(lon, lat)) {
            boolean swapped = LonLat.isValid(lat, lon);
            throw Refusal.invalid(
                            swapped ? "lon" : Math.abs(lat) <= 90 ? "lon" : "lat",
                            swapped ? "territory.swapped-axes" : "territory.point-out-of-range",
                            lon,
                            lat)
                    .exception();
        }
        return datum.toWgs84(new LonLat(lon, lat)).rounded();
    }
}

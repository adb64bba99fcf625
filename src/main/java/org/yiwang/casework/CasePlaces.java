package org.yiwang.casework;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Place;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.Cell;
import org.yiwang.territory.Datum;
import org.yiwang.territory.Located;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.Territories;

/** Turns a point that somebody gave into a place of the sub-district: its cell, its committee, its area. */
@Component
public class CasePlaces {
    private static final int ADDRESS_CHARACTERS_MAX = 200;

    private final Territories territories;

    CasePlaces(Territories territories) {
        this.territories = territories;
    }

    /**
     * The place at a point.
     *
     * @param datum wgs84 (also when null), gcj02 or bd09
     * @param address as given; the nearest place's where it is empty
     * @throws org.yiwang.platform.RefusedException {@code case.outside} when the point is not in the sub-district
     */
    public Place at(Tenant tenant, double lon, double lat, @Nullable String datum, @Nullable String address) {
        if (!LonLat.isValid(lon, lat))
            throw Refusal.invalid("place", "case.no-point", lon, lat).exception();
        LonLat point = datum(datum).toWgs84(new LonLat(lon, lat));
        Located located = territories.of(tenant).locate(point);
        if (located == null) throw Refusal.invalid("place", "case.outside").exception();
        if (address != null && address.length() > ADDRESS_CHARACTERS_MAX) {
            throw Refusal.invalid("place.address", "case.note-too-long", ADDRESS_CHARACTERS_MAX)
                    .exception();
        }
        Cell cell = located.cell();
        return new Place(
                point.lon(),
                point.lat(),
                address == null || address.isBlank() ? located.address() : address.strip(),
                cell.code(),
                new UnitId(cell.committee()),
                new UnitId(cell.area()));
    }

    private static Datum datum(@Nullable String name) {
        if (name == null) return Datum.WGS84;
        try {
            return Datum.of(name.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("place.datum", "case.unknown-datum", name).exception();
        }
    }
}

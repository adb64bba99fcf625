package org.yiwang.territory;

import static org.yiwang.platform.Refusal.Kind.INVALID;
import static org.yiwang.platform.Refusal.refuse;

import org.locationtech.jts.geom.Geometry;

/** Plain sanity of positions, and areas on the ground. */
final class Earth {
    private static final double METRES_PER_DEGREE = 111_195;

    private Earth() {}

    /** Throws a refusal where the position lies outside China, and says so when its numbers are only in the wrong order. */
    static void assertInChina(double lon, double lat) {
        if (isInChina(lon, lat)) return;
        String code = isInChina(lat, lon) ? "territory.swapped-axes" : "territory.point-out-of-range";
        throw refuse(INVALID, code, lon, lat).exception();
    }

    static boolean isInChina(double lon, double lat) {
        return lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54;
    }

    /** Square metres of a small shape in degrees. */
    static double squareMetres(Geometry degrees) {
        if (degrees.isEmpty()) return 0;
        double lat = Math.toRadians(degrees.getEnvelopeInternal().centre().y);
        return degrees.getArea() * METRES_PER_DEGREE * METRES_PER_DEGREE * Math.cos(lat);
    }
}

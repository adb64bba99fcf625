package org.yiwang.territory;

/**
 * A point on the earth, WGS-84 unless said otherwise.
 *
 * @param lon degrees east, -180 to 180
 * @param lat degrees north, -90 to 90
 */
public record LonLat(double lon, double lat) {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public LonLat {
        if (!isValid(lon, lat)) throw new IllegalArgumentException("No point on the earth: %s, %s".formatted(lon, lat));
    }

    /** Whether the numbers are degrees on the earth; false for NaN. */
    public static boolean isValid(double lon, double lat) {
        return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    }

    /** Distance in metres on the mean sphere (haversine), good to 0.5 %. */
    public double metresTo(LonLat other) {
        double byLat = Math.sin(Math.toRadians(other.lat - lat) / 2);
        double byLon = Math.sin(Math.toRadians(other.lon - lon) / 2);
        double h = byLat * byLat + byLon * byLon * Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat));
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(h));
    }

    /** The same point to six decimals, about 0.1 m. */
    public LonLat rounded() {
        return new LonLat(Math.rint(lon * 1e6) / 1e6, Math.rint(lat * 1e6) / 1e6);
    }
}

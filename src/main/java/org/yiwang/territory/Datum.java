package org.yiwang.territory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Coordinates as the world, Chinese map services (GCJ-02) and Baidu (BD-09) give them. Inside the product all is WGS-84; others are converted at the edge.
 *
 * <p>The shift of GCJ-02 is not published officially; the formulas are those in general use, on the Krasovsky ellipsoid.
 */
public enum Datum {
    WGS84 {
        @Override
        public LonLat fromWgs84(LonLat point) {
            return point;
        }
    },
    GCJ02 {
        @Override
        public LonLat fromWgs84(LonLat point) {
            return isOutsideChina(point) ? point : shifted(point);
        }
    },
    BD09 {
        @Override
        public LonLat fromWgs84(LonLat point) {
            return isOutsideChina(point) ? point : twisted(GCJ02.fromWgs84(point));
        }
    };

    private static final double AXIS_METRES = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    /** One turn brings the error from 500 m to about 0.1 m; more than this many are never needed. */
    private static final int TURNS_MAX = 12;

    private static final double CLOSE_ENOUGH_DEGREES = 1e-10;

    /** The point in this datum. */
    public abstract LonLat fromWgs84(LonLat point);

    /** The point in WGS-84; exact to less than a millimetre against {@link #fromWgs84}. */
    public LonLat toWgs84(LonLat point) {
        return this == WGS84 || isOutsideChina(point) ? point : solve(this::fromWgs84, point);
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Datum of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** The rectangle within which the shift applies, as in general use. */
    private static boolean isOutsideChina(LonLat point) {
        return point.lon() < 72.004 || point.lon() > 137.8347 || point.lat() < 0.8293 || point.lat() > 55.8271;
    }

    private static LonLat solve(UnaryOperator<LonLat> forward, LonLat wanted) {
        LonLat guess = wanted;
        for (int turn = 0; turn < TURNS_MAX; turn++) {
            LonLat there = forward.apply(guess);
            double lon = wanted.lon() - there.lon();
            double lat = wanted.lat() - there.lat();
            guess = new LonLat(guess.lon() + lon, guess.lat() + lat);
            if (Math.abs(lon) < CLOSE_ENOUGH_DEGREES && Math.abs(lat) < CLOSE_ENOUGH_DEGREES) break;
        }
        return guess;
    }

    private static LonLat shifted(LonLat point) {
        double x = point.lon() - 105;
        double y = point.lat() - 35;
        double ripple = wave(20, 6 * x) + wave(20, 2 * x);
        double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + ripple;
        north += wave(20, y) + wave(40, y / 3) + wave(160, y / 12) + wave(320, y / 30);
        double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + ripple;
        east += wave(20, x) + wave(40, x / 3) + wave(150, x / 12) + wave(300, x / 30);
        double lat = Math.toRadians(point.lat());
        double flat = 1 - ECCENTRICITY_SQUARED * Math.sin(lat) * Math.sin(lat);
        double degreeNorth = Math.toRadians(AXIS_METRES * (1 - ECCENTRICITY_SQUARED) / (flat * Math.sqrt(flat)));
        double degreeEast = Math.toRadians(AXIS_METRES / Math.sqrt(flat) * Math.cos(lat));
        return new LonLat(point.lon() + east / degreeEast, point.lat() + north / degreeNorth);
    }

    private static double wave(double metres, double halfTurns) {
        return metres * 2 / 3 * Math.sin(halfTurns * Math.PI);
    }

    private static LonLat twisted(LonLat gcj) {
        double turn = Math.PI * 3000 / 180;
        double z = Math.hypot(gcj.lon(), gcj.lat()) + 0.00002 * Math.sin(gcj.lat() * turn);
        double theta = Math.atan2(gcj.lat(), gcj.lon()) + 0.000003 * Math.cos(gcj.lon() * turn);
        return new LonLat(z * Math.cos(theta) + 0.0065, z * Math.sin(theta) + 0.006);
    }
}

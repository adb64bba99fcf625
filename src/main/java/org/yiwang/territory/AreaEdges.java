package org.yiwang.territory;

import java.util.List;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Polygon;

/** The edges of many areas in one array, and the exact test of a point against one area: JTS's robust orientation over a ray to the east. */
final class AreaEdges {
    private static final int EDGE = 4;
    /** Per edge x1, y1, x2, y2. */
    private final double[] ends;
    /** Where the edges of each area start, counted in edges. */
    private final int[] starts;

    AreaEdges(List<? extends Geometry> areas) {
        starts = new int[areas.size() + 1];
        for (int i = 0; i < areas.size(); i++) starts[i + 1] = starts[i] + count(areas.get(i));
        ends = new double[starts[areas.size()] * EDGE];
        for (int i = 0; i < areas.size(); i++) fill(areas.get(i), starts[i] * EDGE);
    }

    int areas() {
        return starts.length - 1;
    }

    int first(int area) {
        return starts[area];
    }

    double x1(int edge) {
        return ends[edge * EDGE];
    }

    double y1(int edge) {
        return ends[edge * EDGE + 1];
    }

    double x2(int edge) {
        return ends[edge * EDGE + 2];
    }

    double y2(int edge) {
        return ends[edge * EDGE + 3];
    }

    /** Whether the point lies in the area or on its edge. */
    boolean covers(int area, double x, double y) {
        boolean inside = false;
        int end = starts[area + 1] * EDGE;
        for (int i = starts[area] * EDGE; i < end; i += EDGE) {
            double ay = ends[i + 1];
            double by = ends[i + 3];
            if ((ay > y && by > y) || (ay < y && by < y)) continue;
            double ax = ends[i];
            double bx = ends[i + 2];
            if (ax < x && bx < x) continue;
            if (ay == y && by == y) {
                if (Math.min(ax, bx) <= x) return true;
                continue;
            }
            int side = side(ax, ay, bx, by, x, y);
            if (side == 0) return true;
            if ((ay > y) != (by > y) && (side > 0) == (by > ay)) inside = !inside;
        }
        return inside;
    }

    /** Positive where the point lies left of the edge, 0 on its line. */
    private static int side(double ax, double ay, double bx, double by, double x, double y) {
        if (ay != by && ax > x && bx > x) return by > ay ? 1 : -1;
        return CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, x, y);
    }

    private static int count(Geometry area) {
        return area.getNumPoints() - rings(area);
    }

    private static int rings(Geometry area) {
        if (area instanceof Polygon polygon) return 1 + polygon.getNumInteriorRing();
        int rings = 0;
        for (int i = 0; i < area.getNumGeometries(); i++) rings += rings(area.getGeometryN(i));
        return rings;
    }

    private int fill(Geometry area, int from) {
        if (!(area instanceof Polygon polygon)) {
            int at = from;
            for (int i = 0; i < ((GeometryCollection) area).getNumGeometries(); i++)
                at = fill(area.getGeometryN(i), at);
            return at;
        }
        int at = fillRing(polygon.getExteriorRing().getCoordinates(), from);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++)
            at = fillRing(polygon.getInteriorRingN(i).getCoordinates(), at);
        return at;
    }

    private int fillRing(Coordinate[] ring, int from) {
        int at = from;
        for (int i = 0; i + 1 < ring.length; i++) {
            ends[at++] = ring[i].x;
            ends[at++] = ring[i].y;
            ends[at++] = ring[i + 1].x;
            ends[at++] = ring[i + 1].y;
        }
        return at;
    }
}

package org.yiwang.demonstration.plan;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** Cuts a piece off a cell on the side of a neighbour. Everything lies on the map's six decimals, so that neighbours still fit. */
final class CutCell {
    private static final PrecisionModel SIX_DECIMALS = new PrecisionModel(1e6);
    private static final double FAR = 0.05;
    private static final int TURNS = 24;

    private CutCell() {}

    /** @param share of the cell that the piece has, 0 to 1 */
    static Geometry towards(Geometry cell, Geometry neighbour, double share) {
        Coordinate from = cell.getCentroid().getCoordinate();
        Coordinate to = neighbour.getCentroid().getCoordinate();
        double length = from.distance(to);
        double x = (to.x - from.x) / length;
        double y = (to.y - from.y) / length;
        double near = -FAR / 2;
        double far = FAR / 2;
        for (int turn = 0; turn < TURNS; turn++) {
            double middle = (near + far) / 2;
            double there = piece(cell, from, x, y, middle).getArea() / cell.getArea();
            if (there > share) near = middle;
            else far = middle;
        }
        return piece(cell, from, x, y, near);
    }

    static Geometry minus(Geometry shape, Geometry piece) {
        return OverlayNG.overlay(shape, piece, OverlayNG.DIFFERENCE, SIX_DECIMALS);
    }

    static Geometry plus(Geometry shape, Geometry piece) {
        return OverlayNG.overlay(shape, piece, OverlayNG.UNION, SIX_DECIMALS);
    }

    private static Geometry piece(Geometry cell, Coordinate from, double x, double y, double distance) {
        Coordinate foot = new Coordinate(from.x + x * distance, from.y + y * distance);
        Coordinate[] beyond = {
            new Coordinate(foot.x - y * FAR, foot.y + x * FAR),
            new Coordinate(foot.x + y * FAR, foot.y - x * FAR),
            new Coordinate(foot.x + y * FAR + x * FAR, foot.y - x * FAR + y * FAR),
            new Coordinate(foot.x - y * FAR + x * FAR, foot.y + x * FAR + y * FAR),
            new Coordinate(foot.x - y * FAR, foot.y + x * FAR)
        };
        Geometry half = cell.getFactory().createPolygon(beyond);
        return OverlayNG.overlay(cell, half, OverlayNG.INTERSECTION, SIX_DECIMALS);
    }
}

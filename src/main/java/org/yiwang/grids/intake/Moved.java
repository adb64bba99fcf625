package org.yiwang.grids.intake;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.yiwang.territory.Datum;
import org.yiwang.territory.LonLat;

/** A shape in another datum than it was read in. */
final class Moved {
    private Moved() {}

    /** @param toWgs84 whether the shape is in that datum and is to leave it; otherwise it was converted although it was not */
    static Geometry of(Geometry shape, Datum datum, boolean toWgs84) {
        return new GeometryEditor().edit(shape, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] coordinates, Geometry ring) {
                Coordinate[] moved = new Coordinate[coordinates.length];
                for (int i = 0; i < moved.length; i++) moved[i] = moved(coordinates[i], datum, toWgs84);
                return moved;
            }
        });
    }

    private static Coordinate moved(Coordinate at, Datum datum, boolean toWgs84) {
        LonLat here = new LonLat(at.x, at.y);
        LonLat there = toWgs84 ? datum.toWgs84(here) : datum.fromWgs84(here);
        return new Coordinate(there.lon(), there.lat());
    }
}

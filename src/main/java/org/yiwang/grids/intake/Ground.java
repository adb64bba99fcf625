package org.yiwang.grids.intake;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Holder;
import org.yiwang.grids.model.ShareOut;
import org.yiwang.territory.Layer;
import org.yiwang.territory.MapFeature;
import org.yiwang.territory.Territory;

/** The territory as departments' grids are laid over it: its cells, and the sub-district as a whole. */
public final class Ground {
    private final Map<String, Geometry> cells = new LinkedHashMap<>();
    private final ShareOut shareOut;
    private final Geometry whole;
    private final double size;

    public Ground(Territory territory) {
        for (MapFeature cell : territory.of(Layer.CELL)) cells.put(cell.code(), cell.geometry());
        shareOut = new ShareOut(cells);
        List<Geometry> outline = territory.of(Layer.SUBDISTRICT).stream()
                .map(MapFeature::geometry)
                .toList();
        Collection<Geometry> parts = outline.isEmpty() ? cells.values() : outline;
        whole = parts.isEmpty() ? new GeometryFactory().createPolygon() : OverlayNGRobust.union(parts);
        size = cells.values().stream().mapToDouble(Geometry::getArea).sum();
    }

    /** By code, in the order of the codes. */
    public Map<String, Geometry> cells() {
        return cells;
    }

    public ShareOut shareOut() {
        return shareOut;
    }

    /** What of a shape lies beyond the sub-district. */
    Geometry beyond(Geometry shape) {
        return OverlayNGRobust.overlay(shape, whole, OverlayNG.DIFFERENCE);
    }

    /** Ground outside the cells, and the smaller parts of divided cells, against the ground of the shapes: 0 where they follow the cells. */
    double misfit(List<Geometry> shapes) {
        double outside = 0;
        double divided = 0;
        double all = 0;
        for (Geometry shape : shapes) {
            double inside = 0;
            for (var share : shareOut.of(List.of(asGrid(shape))).values()) {
                double cell = areaOf(share.getFirst().cell());
                double part = share.getFirst().share();
                inside += part * cell;
                divided += Math.min(part, 1 - part) * cell;
            }
            all += shape.getArea();
            outside += Math.max(0, shape.getArea() - inside);
        }
        return all == 0 || size == 0 ? 0 : (outside + divided) / all;
    }

    private double areaOf(String cell) {
        Geometry shape = cells.get(cell);
        return shape == null ? 0 : shape.getArea();
    }

    private static Grid asGrid(Geometry shape) {
        return new Grid("-", "-", null, new Holder(null, "-", null), List.of(), shape);
    }
}

package org.yiwang.grids.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Which grids of a department lie over which cells, and over how much of each. */
public final class ShareOut {
    /** Less of a cell than this comes from drawing, not from dividing. */
    public static final double SLIVER = 0.005;

    private final Map<String, Geometry> cells;
    private final STRtree tree = new STRtree();

    /** @param cells shapes by code */
    public ShareOut(Map<String, Geometry> cells) {
        this.cells = cells;
        cells.forEach((code, shape) -> tree.insert(shape.getEnvelopeInternal(), code));
        tree.build();
    }

    /** By cell, the largest share first; cells that no grid touches are left out. */
    public Map<String, List<Share>> of(Collection<Grid> grids) {
        Map<String, List<Share>> byCell = new TreeMap<>();
        for (Grid grid : grids)
            for (Share share : sharesOf(grid))
                byCell.computeIfAbsent(share.cell(), any -> new ArrayList<>()).add(share);
        byCell.values()
                .forEach(shares -> shares.sort(Comparator.comparingDouble((Share share) -> -share.share())
                        .thenComparing(Share::grid)));
        return byCell;
    }

    private List<Share> sharesOf(Grid grid) {
        PreparedGeometry shape = PreparedGeometryFactory.prepare(grid.shape());
        List<Share> shares = new ArrayList<>();
        for (Object near : tree.query(grid.shape().getEnvelopeInternal())) {
            double share = share(shape, Objects.requireNonNull(cells.get((String) near)));
            if (share > SLIVER) shares.add(new Share((String) near, grid.code(), share));
        }
        return shares;
    }

    private static double share(PreparedGeometry grid, Geometry cell) {
        if (grid.covers(cell)) return 1;
        if (!grid.intersects(cell)) return 0;
        Geometry common = OverlayNGRobust.overlay(grid.getGeometry(), cell, OverlayNG.INTERSECTION);
        return Math.min(1, common.getArea() / cell.getArea());
    }
}

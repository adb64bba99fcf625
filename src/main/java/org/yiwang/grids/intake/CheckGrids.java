package org.yiwang.grids.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.yiwang.grids.model.Grid;
import org.yiwang.grids.model.Share;
import org.yiwang.grids.model.ShareOut;
import org.yiwang.platform.Refusal;
import org.yiwang.territory.Datum;
import org.yiwang.territory.ImportAnswer.Fault;
import org.yiwang.territory.ImportAnswer.Patch;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.Shapes;

/** Whether a department's grids fit together and fit the territory: overlaps, ground outside, gaps, and the right datum. */
public final class CheckGrids {
    /** Each department draws with its own tools: smaller pieces are the drawing's, not the office's. */
    static final double SLIVER_SQUARE_METRES = 10;
    /** A file converted from another datum than it is in misses so much of the ground. */
    private static final double MISFIT = 0.10;
    /** And fits so much better in the right one. */
    private static final double BETTER = 3;

    private final Ground ground;
    private final List<Grid> grids;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Patch> overlaps = new ArrayList<>();
    private final List<Patch> gaps = new ArrayList<>();

    private CheckGrids(Ground ground, List<Grid> grids) {
        this.ground = ground;
        this.grids = grids;
    }

    /** @param datum that the file was read in */
    public static Intake check(Ground ground, ReadGrids read, Datum datum) {
        CheckGrids check = new CheckGrids(ground, read.grids());
        check.faults.addAll(read.faults());
        if (check.faults.isEmpty()) check.datum(datum);
        if (check.faults.isEmpty()) check.overlap();
        if (check.faults.isEmpty()) check.outside();
        if (check.faults.isEmpty()) check.gaps();
        return new Intake(check.grids, check.faults, check.overlaps, check.gaps);
    }

    /** A map in the wrong datum lies some hundred metres off as a whole: it divides many cells, and few once it is converted. */
    private void datum(Datum read) {
        double now = ground.misfit(shapes());
        if (now < MISFIT) return;
        for (Datum other : List.of(Datum.GCJ02, Datum.BD09)) {
            if (read == Datum.WGS84 && isBetter(other, now, true))
                fault("*", "territory.probably-" + other.id(), other.id());
            if (read == other && isBetter(other, now, false)) fault("*", "territory.probably-wgs84", other.id());
        }
    }

    private boolean isBetter(Datum datum, double now, boolean toWgs84) {
        return ground.misfit(shapes().stream()
                                .map(shape -> Moved.of(shape, datum, toWgs84))
                                .toList())
                        * BETTER
                < now;
    }

    private List<Geometry> shapes() {
        return grids.stream().map(Grid::shape).toList();
    }

    private void overlap() {
        STRtree tree = new STRtree();
        for (int i = 0; i < grids.size(); i++) tree.insert(grids.get(i).shape().getEnvelopeInternal(), i);
        for (int i = 0; i < grids.size(); i++)
            for (Object near : tree.query(grids.get(i).shape().getEnvelopeInternal()))
                if ((Integer) near > i) compare(grids.get(i), grids.get((Integer) near));
    }

    private void compare(Grid a, Grid b) {
        Geometry common = OverlayNGRobust.overlay(a.shape(), b.shape(), OverlayNG.INTERSECTION);
        double size = Shapes.squareMetres(common);
        if (size <= SLIVER_SQUARE_METRES) return;
        overlaps.add(new Patch(List.of(a.code(), b.code()), Math.round(size), point(common)));
        fault(b.code(), "grids.overlap", a.code(), Math.round(size));
    }

    private void outside() {
        for (Grid grid : grids) {
            double size = Shapes.squareMetres(ground.beyond(grid.shape()));
            if (size > SLIVER_SQUARE_METRES) fault(grid.code(), "grids.outside", Math.round(size));
        }
    }

    private void gaps() {
        Map<String, List<Share>> shares = ground.shareOut().of(grids);
        ground.cells().forEach((code, shape) -> {
            double covered = shares.getOrDefault(code, List.of()).stream()
                    .mapToDouble(Share::share)
                    .sum();
            double open = Shapes.squareMetres(shape) * (1 - covered);
            if (covered < 1 - ShareOut.SLIVER && open > SLIVER_SQUARE_METRES)
                gaps.add(new Patch(List.of(code), Math.round(open), point(shape)));
        });
    }

    private static LonLat point(Geometry shape) {
        return Shapes.pointIn(shape);
    }

    private void fault(String feature, String code, Object... arguments) {
        faults.add(new Fault(feature, Refusal.refuse(Refusal.Kind.INVALID, code, arguments)));
    }
}

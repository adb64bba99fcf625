package org.yiwang.grids.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.yiwang.organisation.UnitId;

/** Made-up ground: square cells, and departments' grids that divide it by straight cuts wherever they like. */
final class Plains {
    static final GeometryFactory SHAPES = new GeometryFactory();

    private Plains() {}

    static Geometry box(double west, double south, double east, double north) {
        return SHAPES.toGeometry(new Envelope(west, east, south, north));
    }

    static Map<String, Geometry> cells(int side) {
        Map<String, Geometry> cells = new LinkedHashMap<>();
        for (int x = 0; x < side; x++)
            for (int y = 0; y < side; y++) cells.put("%02d%02d".formatted(x, y), box(x, y, x + 1, y + 1));
        return cells;
    }

    static Department department(String code, int rank, Duty... duties) {
        return new Department(code, rank, code, code, new UnitId("centre"), List.of(duties));
    }

    static Grid grid(String code, String holder, List<Duty> duties, Geometry shape) {
        return new Grid(code, code, null, new Holder(null, holder, null), duties, shape);
    }

    /** Pieces that cover the ground without overlaps, some of them lost. */
    static List<Grid> divided(int side, int cuts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Envelope> pieces = new ArrayList<>(List.of(new Envelope(0, side, 0, side)));
        for (int i = 0; i < cuts; i++) cut(pieces, random);
        List<Grid> grids = new ArrayList<>();
        for (Envelope piece : pieces)
            if (random.nextInt(8) > 0)
                grids.add(grid("g" + grids.size(), "p" + random.nextInt(4), List.of(), SHAPES.toGeometry(piece)));
        return grids;
    }

    private static void cut(List<Envelope> pieces, SplittableRandom random) {
        Envelope whole = pieces.remove(random.nextInt(pieces.size()));
        double at = random.nextInt(1, 8) / 8.0;
        if (random.nextBoolean()) {
            double x = whole.getMinX() + at * whole.getWidth();
            pieces.add(new Envelope(whole.getMinX(), x, whole.getMinY(), whole.getMaxY()));
            pieces.add(new Envelope(x, whole.getMaxX(), whole.getMinY(), whole.getMaxY()));
        } else {
            double y = whole.getMinY() + at * whole.getHeight();
            pieces.add(new Envelope(whole.getMinX(), whole.getMaxX(), whole.getMinY(), y));
            pieces.add(new Envelope(whole.getMinX(), whole.getMaxX(), y, whole.getMaxY()));
        }
    }

    static Survey survey(Department department, Map<String, Geometry> cells, List<Grid> grids) {
        Edition edition =
                new Edition(department.code(), 1, LocalDate.of(2021, 1, 1), Instant.EPOCH, "-", "", grids.size());
        Map<String, Grid> byCode =
                grids.stream().collect(Collectors.toMap(Grid::code, grid -> grid, (a, b) -> a, LinkedHashMap::new));
        return new Survey(department, edition, byCode, new ShareOut(cells).of(grids));
    }
}

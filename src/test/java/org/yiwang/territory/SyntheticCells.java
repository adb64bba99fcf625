package org.yiwang.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Crooked cells that fill a box without gap: a chequerboard whose corners and edge points are pushed about. */
final class SyntheticCells {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int POINTS_PER_SIDE = 3;
    static final double SIDE_DEGREES = 0.001;

    private SyntheticCells() {}

    static List<Polygon> grid(int columns, int rows, long seed) {
        Coordinate[][] points = points(columns, rows, new SplittableRandom(seed));
        List<Polygon> cells = new ArrayList<>(columns * rows);
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                cells.add(cell(points, column * POINTS_PER_SIDE, row * POINTS_PER_SIDE));
        return cells;
    }

    /** The same, each cell's corners moved for itself by up to a metre: slivers of overlap and gap everywhere. */
    static List<Polygon> loose(int columns, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Polygon> cells = new ArrayList<>();
        for (Polygon cell : grid(columns, rows, seed)) {
            Coordinate[] ring = cell.getExteriorRing().copy().getCoordinates();
            for (int i = 0; i + 1 < ring.length; i++) {
                ring[i].x += (random.nextDouble() - 0.5) * 2e-5;
                ring[i].y += (random.nextDouble() - 0.5) * 2e-5;
            }
            ring[ring.length - 1] = ring[0].copy();
            cells.add(SHAPES.createPolygon(ring));
        }
        return cells;
    }

    private static Coordinate[][] points(int columns, int rows, SplittableRandom random) {
        Coordinate[][] points = new Coordinate[columns * POINTS_PER_SIDE + 1][rows * POINTS_PER_SIDE + 1];
        double step = SIDE_DEGREES / POINTS_PER_SIDE;
        for (int i = 0; i < points.length; i++)
            for (int j = 0; j < points[i].length; j++)
                points[i][j] = new Coordinate(121 + (i + push(random)) * step, 31 + (j + push(random)) * step);
        return points;
    }

    /** A quarter of the points stay on the grid, so that level, upright and straight-on edges occur, too. */
    private static double push(SplittableRandom random) {
        return random.nextInt(4) == 0 ? 0 : (random.nextDouble() - 0.5) * 0.7;
    }

    private static Polygon cell(Coordinate[][] points, int left, int bottom) {
        List<Coordinate> ring = new ArrayList<>();
        for (int k = 0; k < POINTS_PER_SIDE; k++) ring.add(points[left + k][bottom]);
        for (int k = 0; k < POINTS_PER_SIDE; k++) ring.add(points[left + POINTS_PER_SIDE][bottom + k]);
        for (int k = POINTS_PER_SIDE; k > 0; k--) ring.add(points[left + k][bottom + POINTS_PER_SIDE]);
        for (int k = POINTS_PER_SIDE; k > 0; k--) ring.add(points[left][bottom + k]);
        ring.add(ring.getFirst());
        return SHAPES.createPolygon(ring.toArray(Coordinate[]::new));
    }
}

package org.yiwang.territory;

import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** Points a second, one thread: our index and, in the same run, JTS's STRtree over prepared polygons. */
public final class TerritoryBench {
    private static final int POINTS = 1 << 20;
    private static final int ROUNDS = 5;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private TerritoryBench() {}

    public static void main(String[] args) {
        System.out.println("cells      index M/s   STRtree M/s   ratio   index built in ms");
        measure(10, 10);
        measure(100, 50);
        measure(400, 250);
    }

    private static void measure(int columns, int rows) {
        List<Polygon> cells = SyntheticCells.grid(columns, rows, 1);
        double[] xs = points(121, columns, 2);
        double[] ys = points(31, rows, 3);
        long start = System.nanoTime();
        CellIndex index = new CellIndex(cells);
        double built = (System.nanoTime() - start) / 1e6;
        STRtree tree = tree(cells);
        double[] best = new double[2];
        for (int round = 0; round < ROUNDS; round++) {
            best[0] = Math.max(best[0], perSecond(index::find, xs, ys, POINTS));
            best[1] = Math.max(best[1], perSecond((x, y) -> search(tree, x, y), xs, ys, POINTS / 4));
        }
        agree(index, tree, xs, ys);
        System.out.printf(
                "%-8d %10.2f %12.2f %8.1f %12.0f%n",
                cells.size(), best[0] / 1e6, best[1] / 1e6, best[0] / best[1], built);
    }

    private interface Finder {
        int find(double x, double y);
    }

    private static double perSecond(Finder finder, double[] xs, double[] ys, int points) {
        long start = System.nanoTime();
        long sum = 0;
        for (int i = 0; i < points; i++) sum += finder.find(xs[i], ys[i]);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (sum == Long.MIN_VALUE) throw new IllegalStateException();
        return points / seconds;
    }

    private static double[] points(double from, int cells, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(POINTS, from, from + cells * SyntheticCells.SIDE_DEGREES)
                .toArray();
    }

    private static STRtree tree(List<Polygon> cells) {
        STRtree tree = new STRtree();
        for (int i = 0; i < cells.size(); i++)
            tree.insert(
                    cells.get(i).getEnvelopeInternal(), new Numbered(i, PreparedGeometryFactory.prepare(cells.get(i))));
        tree.build();
        return tree;
    }

    private record Numbered(int number, PreparedGeometry shape) {}

    private static int search(STRtree tree, double x, double y) {
        Point point = SHAPES.createPoint(new Coordinate(x, y));
        int found = -1;
        for (Object near : tree.query(new Envelope(x, x, y, y))) {
            Numbered cell = (Numbered) near;
            if (cell.shape().covers(point) && (found < 0 || cell.number() < found)) found = cell.number();
        }
        return found;
    }

    private static void agree(CellIndex index, STRtree tree, double[] xs, double[] ys) {
        for (int i = 0; i < POINTS / 16; i++)
            if (index.find(xs[i], ys[i]) != search(tree, xs[i], ys[i]))
                throw new IllegalStateException("The two differ at %s, %s".formatted(xs[i], ys[i]));
    }
}

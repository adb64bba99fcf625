package org.yiwang.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The raster against a loop over all polygons with JTS's own test. */
class CellIndexProperties {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int POINTS = 60;

    @Property(tries = 200)
    void any_point_is_found_where_the_loop_finds_it(
            @ForAll @IntRange(min = 1, max = 9) int columns,
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll long seed) {
        List<Polygon> cells = SyntheticCells.grid(columns, rows, seed);
        CellIndex index = new CellIndex(cells);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < POINTS; i++) {
            double x = 121 + (random.nextDouble() * 1.4 - 0.2) * columns * SyntheticCells.SIDE_DEGREES;
            double y = 31 + (random.nextDouble() * 1.4 - 0.2) * rows * SyntheticCells.SIDE_DEGREES;
            assertFoundAsByLoop(index, cells, x, y);
        }
    }

    @Property(tries = 200)
    void points_on_edges_and_corners_are_found_where_the_loop_finds_them(
            @ForAll @IntRange(min = 1, max = 9) int columns,
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll long seed) {
        List<Polygon> cells = SyntheticCells.grid(columns, rows, seed);
        CellIndex index = new CellIndex(cells);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < POINTS; i++) {
            Coordinate[] ring = cells.get(random.nextInt(cells.size())).getCoordinates();
            int at = random.nextInt(ring.length - 1);
            double share = random.nextInt(3) / 2.0;
            assertFoundAsByLoop(
                    index,
                    cells,
                    ring[at].x + share * (ring[at + 1].x - ring[at].x),
                    ring[at].y + share * (ring[at + 1].y - ring[at].y));
        }
    }

    @Property(tries = 100)
    void inside_the_whole_every_point_lies_in_one_cell_and_only_on_edges_in_more(
            @ForAll @IntRange(min = 2, max = 6) int side, @ForAll long seed) {
        List<Polygon> cells = SyntheticCells.grid(side, side, seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < POINTS; i++) {
            double x = 121 + (0.5 + random.nextDouble() * (side - 1)) * SyntheticCells.SIDE_DEGREES;
            double y = 31 + (0.5 + random.nextDouble() * (side - 1)) * SyntheticCells.SIDE_DEGREES;
            Point point = SHAPES.createPoint(new Coordinate(x, y));
            long inside = cells.stream().filter(cell -> cell.contains(point)).count();
            long covering = cells.stream().filter(cell -> cell.covers(point)).count();
            assertThat(inside).isLessThanOrEqualTo(1);
            assertThat(covering).isPositive();
        }
    }

    @Property(tries = 200)
    void where_neighbours_do_not_share_their_corners_the_first_that_covers_the_point_is_found(
            @ForAll @IntRange(min = 1, max = 7) int columns,
            @ForAll @IntRange(min = 1, max = 7) int rows,
            @ForAll long seed) {
        List<Polygon> cells = SyntheticCells.loose(columns, rows, seed);
        CellIndex index = new CellIndex(cells);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < POINTS; i++) {
            Coordinate[] ring = cells.get(random.nextInt(cells.size())).getCoordinates();
            Coordinate corner = ring[random.nextInt(ring.length)];
            double reach = random.nextInt(3) * 1e-5;
            assertFoundAsByLoop(
                    index,
                    cells,
                    corner.x + (random.nextDouble() - 0.5) * reach,
                    corner.y + (random.nextDouble() - 0.5) * reach);
        }
    }

    private static void assertFoundAsByLoop(CellIndex index, List<Polygon> cells, double x, double y) {
        Point point = SHAPES.createPoint(new Coordinate(x, y));
        int wanted = -1;
        for (int i = cells.size() - 1; i >= 0; i--) if (cells.get(i).covers(point)) wanted = i;
        assertThat(index.find(x, y)).as("%s %s", x, y).isEqualTo(wanted);
    }
}

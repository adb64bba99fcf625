package org.yiwang.territory;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which of many areas a point lies in, by a raster laid over them. A pixel that no edge touches knows its answer; in the others the few areas whose edges touch
 * it are tested exactly. A point on a common edge belongs to the area that comes first in the list.
 *
 * <p>Overlaps must be slivers, smaller than a pixel. Immutable; safe for any number of threads.
 */
final class CellIndex {
    static final int OUTSIDE = -1;
    private static final int PIXELS_PER_AREA = 200;
    private static final int PIXELS_MIN = 1 << 14;
    private static final int PIXELS_MAX = 1 << 22;

    private final AreaEdges edges;
    private final PixelGrid grid;
    /** Per pixel: the area it lies in, OUTSIDE, or -2 - (where its list of areas to be tested starts). */
    private final int[] pixels;
    /** Lists of areas in ascending order. The last is marked by ~area where it must be tested, too, because the pixel reaches beyond all areas. */
    private final int[] lists;

    CellIndex(List<? extends Geometry> areas) {
        edges = new AreaEdges(areas);
        Envelope all = new Envelope();
        areas.forEach(area -> all.expandToInclude(area.getEnvelopeInternal()));
        int wanted = Math.clamp((long) areas.size() * PIXELS_PER_AREA, PIXELS_MIN, PIXELS_MAX);
        grid = new PixelGrid(all, wanted);
        TouchedPixels touched = new TouchedPixels(grid, edges);
        STRtree tree = tree(areas);
        enterCovering(touched, tree);
        pixels = new int[grid.size()];
        lists = touched.fillLists(pixels);
        fillRest(tree);
    }

    /** Position in the list of the area that the point lies in, or {@link #OUTSIDE}. */
    int find(double x, double y) {
        int pixel = grid.pixel(x, y);
        if (pixel < 0) return OUTSIDE;
        int found = pixels[pixel];
        return found >= OUTSIDE ? found : test(-2 - found, x, y);
    }

    private int test(int start, double x, double y) {
        for (int at = start; ; at++) {
            int area = lists[at];
            boolean more = lists[at + 1] != TouchedPixels.END;
            if (area < 0) return edges.covers(~area, x, y) ? ~area : OUTSIDE;
            if (!more || edges.covers(area, x, y)) return area;
        }
    }

    private static STRtree tree(List<? extends Geometry> areas) {
        STRtree tree = new STRtree();
        for (int i = 0; i < areas.size(); i++) tree.insert(areas.get(i).getEnvelopeInternal(), i);
        tree.build();
        return tree;
    }

    /** Where areas do not share their corners, one may lie all over a pixel that only another's edge touches. */
    private void enterCovering(TouchedPixels touched, STRtree tree) {
        for (int pixel = 0; pixel < grid.size(); pixel++) {
            if (!touched.isAtRim(pixel)) continue;
            double x = grid.middleX(pixel % grid.columns());
            double y = grid.middleY(pixel / grid.columns());
            for (Object near : tree.query(new Envelope(x, x, y, y)))
                if (edges.covers((Integer) near, x, y)) touched.enter((Integer) near, pixel);
        }
    }

    /** Between touched pixels the answer cannot change along a row, so one test serves a whole run. */
    private void fillRest(STRtree tree) {
        for (int row = 0; row < grid.rows(); row++) {
            int last = TouchedPixels.UNKNOWN;
            for (int column = 0; column < grid.columns(); column++) {
                int pixel = row * grid.columns() + column;
                if (pixels[pixel] != TouchedPixels.UNKNOWN) last = TouchedPixels.UNKNOWN;
                else pixels[pixel] = last = last == TouchedPixels.UNKNOWN ? search(tree, row, column) : last;
            }
        }
    }

    private int search(STRtree tree, int row, int column) {
        double x = grid.middleX(column);
        double y = grid.middleY(row);
        int found = OUTSIDE;
        for (Object near : tree.query(new Envelope(x, x, y, y))) {
            int area = (Integer) near;
            if ((found == OUTSIDE || area < found) && edges.covers(area, x, y)) found = area;
        }
        return found;
    }
}

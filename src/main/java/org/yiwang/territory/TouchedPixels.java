package org.yiwang.territory;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The pixels that edges touch, with the areas of these edges. Errs only by touching a pixel too many. */
final class TouchedPixels {
    static final int UNKNOWN = Integer.MIN_VALUE;
    /** After the last area of a list. */
    static final int END = Integer.MIN_VALUE;

    private record Edge(double x1, double y1, double x2, double y2) {}

    private final PixelGrid grid;
    private final AreaEdges edges;
    /** Chains of entries by pixel: the newest entry of each, and what each entry follows. */
    private final int[] newest;

    private int[] follows = new int[1 << 10];
    private int[] areaOf = new int[1 << 10];
    private int entries;
    private final boolean[] atRim;

    TouchedPixels(PixelGrid grid, AreaEdges edges) {
        this.grid = grid;
        this.edges = edges;
        newest = new int[grid.size()];
        Arrays.fill(newest, -1);
        atRim = new boolean[grid.size()];
        Set<Edge> unmatched = unmatchedEdges();
        for (int area = 0; area < edges.areas(); area++)
            for (int edge = edges.first(area); edge < edges.first(area + 1); edge++)
                touch(area, edge, unmatched.contains(edge(edge)));
    }

    /** Marks every touched pixel with -2 - its list's start and every other as unknown; answers the lists. */
    int[] fillLists(int[] pixels) {
        int[] lists = new int[entries * 2 + 1];
        int end = 0;
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            pixels[pixel] = newest[pixel] < 0 ? UNKNOWN : -2 - end;
            if (newest[pixel] >= 0) end = fillList(pixel, lists, end);
        }
        return Arrays.copyOf(lists, end);
    }

    private int fillList(int pixel, int[] lists, int start) {
        int length = 0;
        for (int entry = newest[pixel]; entry >= 0; entry = follows[entry]) length++;
        int at = start + length;
        lists[at] = END;
        for (int entry = newest[pixel]; entry >= 0; entry = follows[entry]) lists[--at] = areaOf[entry];
        Arrays.sort(lists, start, start + length);
        if (atRim[pixel]) lists[start + length - 1] = ~lists[start + length - 1];
        return start + length + 1;
    }

    /** Edges that belong to one area only: beyond them lies no area, or one that does not share its corners. */
    private Set<Edge> unmatchedEdges() {
        Set<Edge> open = new HashSet<>();
        for (int edge = 0; edge < edges.first(edges.areas()); edge++) {
            if (!open.remove(edge(edge))) open.add(edge(edge));
        }
        return open;
    }

    /** The edge with its western (or southern) end first, whichever way it runs. */
    private Edge edge(int i) {
        boolean forth = edges.x1(i) < edges.x2(i) || (edges.x1(i) == edges.x2(i) && edges.y1(i) < edges.y2(i));
        return forth
                ? new Edge(edges.x1(i), edges.y1(i), edges.x2(i), edges.y2(i))
                : new Edge(edges.x2(i), edges.y2(i), edges.x1(i), edges.y1(i));
    }

    private void touch(int area, int edge, boolean rim) {
        double low = Math.min(edges.y1(edge), edges.y2(edge));
        double high = Math.max(edges.y1(edge), edges.y2(edge));
        int top = grid.row(high + grid.hairY());
        for (int row = grid.row(low - grid.hairY()); row <= top; row++) {
            double from = Math.max(low, grid.south(row) - grid.hairY());
            double to = Math.min(high, grid.south(row + 1) + grid.hairY());
            double a = isLevel(edge) ? edges.x1(edge) : xAt(edge, from);
            double b = isLevel(edge) ? edges.x2(edge) : xAt(edge, to);
            int right = grid.column(Math.max(a, b) + grid.hairX());
            for (int column = grid.column(Math.min(a, b) - grid.hairX()); column <= right; column++)
                enter(area, row * grid.columns() + column, rim);
        }
    }

    private boolean isLevel(int edge) {
        return Math.abs(edges.y2(edge) - edges.y1(edge)) < grid.hairY();
    }

    private double xAt(int edge, double y) {
        double share = Math.clamp((y - edges.y1(edge)) / (edges.y2(edge) - edges.y1(edge)), 0, 1);
        return edges.x1(edge) + share * (edges.x2(edge) - edges.x1(edge));
    }

    private void enter(int area, int pixel, boolean rim) {
        atRim[pixel] |= rim;
        enter(area, pixel);
    }

    /** Whether the pixel has an edge that no other area shares; then an area that lies all over it may have to be entered, too. */
    boolean isAtRim(int pixel) {
        return atRim[pixel];
    }

    void enter(int area, int pixel) {
        for (int entry = newest[pixel]; entry >= 0; entry = follows[entry]) if (areaOf[entry] == area) return;
        if (entries == follows.length) {
            follows = Arrays.copyOf(follows, entries * 2);
            areaOf = Arrays.copyOf(areaOf, entries * 2);
        }
        follows[entries] = newest[pixel];
        areaOf[entries] = area;
        newest[pixel] = entries++;
    }
}

package org.yiwang.territory;

import org.locationtech.jts.geom.Envelope;

/** Pixels over a box, in rows from south to north. The pixel of a point grows with the point, which makes the raster exact. */
final class PixelGrid {
    private final double minX;
    private final double minY;
    private final double maxX;
    private final double maxY;
    private final double perX;
    private final double perY;
    private final int columns;
    private final int rows;

    PixelGrid(Envelope box, int pixels) {
        minX = box.getMinX();
        minY = box.getMinY();
        maxX = box.getMaxX();
        maxY = box.getMaxY();
        double side = Math.sqrt(Math.max(box.getArea(), 1e-12) / pixels);
        columns = Math.clamp((long) Math.ceil(box.getWidth() / side), 1, pixels);
        rows = Math.clamp((long) Math.ceil(box.getHeight() / side), 1, pixels);
        perX = columns / Math.max(box.getWidth(), 1e-9);
        perY = rows / Math.max(box.getHeight(), 1e-9);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int size() {
        return Math.multiplyExact(columns, rows);
    }

    /** Number of the pixel, or -1 outside the box and for NaN. */
    int pixel(double x, double y) {
        if (!(x >= minX && x <= maxX && y >= minY && y <= maxY)) return -1;
        return row(y) * columns + column(x);
    }

    int column(double x) {
        return Math.clamp((long) ((x - minX) * perX), 0, columns - 1);
    }

    int row(double y) {
        return Math.clamp((long) ((y - minY) * perY), 0, rows - 1);
    }

    double middleX(int column) {
        return minX + (column + 0.5) / perX;
    }

    double middleY(int row) {
        return minY + (row + 0.5) / perY;
    }

    /** South edge of the row. */
    double south(int row) {
        return minY + row / perY;
    }

    /** A width far below a pixel and far above rounding errors. */
    double hairX() {
        return 1e-6 / perX;
    }

    double hairY() {
        return 1e-6 / perY;
    }
}

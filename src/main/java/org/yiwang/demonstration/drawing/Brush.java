package org.yiwang.demonstration.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Simple shapes on a sheet of 640 × 480 pixels, flat colours with a dark outline. */
final class Brush {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    private static final float QUALITY = 0.72f;
    private static final Color OUTLINE = new Color(0x33, 0x3d, 0x44);

    private final BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = sheet.createGraphics();
    private final SplittableRandom random;

    Brush(long seed) {
        random = new SplittableRandom(seed);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    int some(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    void ground(int rgb, int top) {
        fill(rgb);
        pen.fillRect(0, top, WIDTH, HEIGHT - top);
    }

    void box(int rgb, int x, int y, int width, int height) {
        fill(rgb);
        pen.fillRoundRect(x, y, width, height, 8, 8);
        pen.setColor(OUTLINE);
        pen.drawRoundRect(x, y, width, height, 8, 8);
    }

    void disc(int rgb, int x, int y, int radius) {
        oval(rgb, x - radius, y - radius, 2 * radius, 2 * radius);
    }

    void oval(int rgb, int x, int y, int width, int height) {
        fill(rgb);
        pen.fillOval(x, y, width, height);
        pen.setColor(OUTLINE);
        pen.drawOval(x, y, width, height);
    }

    void ring(int rgb, int x, int y, int radius) {
        fill(rgb);
        pen.drawOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    void line(int rgb, int width, int x1, int y1, int x2, int y2) {
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        fill(rgb);
        pen.drawLine(x1, y1, x2, y2);
        pen.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    /** A closed shape through x, y pairs. */
    void shape(int rgb, int... points) {
        Polygon polygon = new Polygon();
        for (int i = 0; i < points.length; i += 2) polygon.addPoint(points[i], points[i + 1]);
        fill(rgb);
        pen.fillPolygon(polygon);
        pen.setColor(OUTLINE);
        pen.drawPolygon(polygon);
    }

    byte[] jpeg() throws IOException {
        pen.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(sheet, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private void fill(int rgb) {
        pen.setColor(new Color(rgb));
    }
}

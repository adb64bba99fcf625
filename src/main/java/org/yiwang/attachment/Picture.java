package org.yiwang.attachment;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.yiwang.platform.Refusal;

/** A picture, decoded and encoded anew: nothing of the uploaded bytes survives but what can be seen. */
final class Picture {
    static final int PIXELS_MAX = 60_000_000;
    /** Larger ones are halved in size while they are read: what evidence needs can be seen in sixteen million pixels, and memory has an end. */
    static final int KEPT_PIXELS_MAX = 16_800_000;

    static final int PROGRESSIVE_PIXELS_MAX = 25_000_000;
    static final int SCANS_MAX = 100;
    static final int THUMBNAIL_SIDE = 480;
    private static final float QUALITY = 0.88f;

    private final BufferedImage image;

    private Picture(BufferedImage image) {
        this.image = image;
    }

    /**
     * Reads the picture and turns it upright.
     *
     * @param orientation as in Exif
     * @throws org.yiwang.platform.RefusedException when it is too large, cut off or damaged
     */
    static Picture read(FileKind kind, byte[] file, Frame frame, int orientation) {
        ImageReader reader = reader(kind);
        AtomicBoolean damaged = new AtomicBoolean();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> damaged.compareAndSet(false, isDamage(warning)));
            int step = step(kind, frame, reader.getWidth(0), reader.getHeight(0));
            if (!frame.complete()) throw truncated();
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, how);
            if (damaged.get()) throw truncated();
            return new Picture(upright(image, orientation));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw Refusal.invalid("file", "attachment.unreadable").exception();
        } finally {
            reader.dispose();
        }
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** What it is kept as: PNG where something shines through or nothing may be lost, JPEG otherwise. */
    FileKind keptAs(FileKind kind) {
        boolean exact = kind == FileKind.PNG || image.getColorModel().hasAlpha();
        return exact ? FileKind.PNG : FileKind.JPEG;
    }

    byte[] encode(FileKind kind) throws IOException {
        return encode(image, kind);
    }

    /** At most {@value #THUMBNAIL_SIDE} pixels a side, as JPEG on white. */
    byte[] thumbnail() throws IOException {
        double scale = Math.min(1, (double) THUMBNAIL_SIDE / Math.max(width(), height()));
        int width = Math.max(1, (int) Math.round(width() * scale));
        int height = Math.max(1, (int) Math.round(height() * scale));
        BufferedImage small = image;
        // Halving first keeps lines and letters; one great leap would skip most of the pixels.
        while (small.getWidth() >= 2 * width && small.getHeight() >= 2 * height && small.getHeight() > 1)
            small = scaled(small, small.getWidth() / 2, small.getHeight() / 2);
        return encode(scaled(small, width, height), FileKind.JPEG);
    }

    /** How many pixels to step over; refuses before anything is decoded. */
    private static int step(FileKind kind, Frame frame, int width, int height) {
        long pixels = (long) width * height;
        // These two are decoded as a whole, however much of them is kept.
        long max = kind == FileKind.WEBP ? KEPT_PIXELS_MAX : frame.progressive() ? PROGRESSIVE_PIXELS_MAX : PIXELS_MAX;
        if (pixels > max)
            throw Refusal.refuse(Refusal.Kind.TOO_LARGE, "attachment.too-many-pixels", width, height, max / 1_000_000)
                    .exception();
        if (frame.scans() > SCANS_MAX)
            throw Refusal.invalid("file", "attachment.unreadable").exception();
        int step = 1;
        while (pixels / ((long) step * step) > KEPT_PIXELS_MAX) step++;
        return step;
    }

    private static ImageReader reader(FileKind kind) {
        if (kind == FileKind.WEBP) return new WebPImageReaderSpi().createReaderInstance(null);
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
        return readers.next();
    }

    private static boolean isDamage(String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        return text.contains("premature end") || text.contains("truncated") || text.contains("corrupt");
    }

    private static RuntimeException truncated() {
        return Refusal.invalid("file", "attachment.truncated").exception();
    }

    /** Exif 2.32, 4.6.4 A, tag 0112: 2 and 4 mirror, 3 turns round, 5 to 8 lie on their side. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        int w = image.getWidth();
        int h = image.getHeight();
        AffineTransform turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
                    case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
                    default -> new AffineTransform();
                };
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage plain = new BufferedImage(
                orientation >= 5 ? h : w,
                orientation >= 5 ? w : h,
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(image, turn, null);
        pen.dispose();
        return plain;
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, java.awt.Color.WHITE, null);
        pen.dispose();
        return small;
    }

    private static byte[] encode(BufferedImage image, FileKind kind) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(kind.name().toLowerCase(Locale.ROOT))
                .next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (kind == FileKind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

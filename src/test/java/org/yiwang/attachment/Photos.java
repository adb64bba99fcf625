package org.yiwang.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files for tests, built here byte by byte. */
public final class Photos {
    private Photos() {}

    /** Red on the left, blue on the right. */
    static BufferedImage picture(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    public static byte[] jpeg(int width, int height) throws IOException {
        return encode(picture(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", false);
    }

    static byte[] progressive(int width, int height) throws IOException {
        return encode(picture(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", true);
    }

    static byte[] png(int width, int height) throws IOException {
        return encode(picture(width, height, BufferedImage.TYPE_INT_ARGB), "png", false);
    }

    static BufferedImage decode(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /** The JPEG with camera notes: place, time, orientation and a maker's name. */
    static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        byte[] tiff = exif(orientation);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int length = 2 + 6 + tiff.length;
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length, 'E', 'x', 'i', 'f', 0, 0});
        out.write(tiff);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** 121.5402 E, 31.2703 N; 2021-11-09 12:30:00. */
    static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(300).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(new byte[] {'I', 'I', 42, 0}).putInt(8);
        tiff.putShort((short) 4);
        entry(tiff, 0x010f, 2, 7, 200);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8769, 4, 1, 70);
        entry(tiff, 0x8825, 4, 1, 100);
        tiff.putInt(0);
        tiff.position(70);
        tiff.putShort((short) 1);
        entry(tiff, 0x9003, 2, 20, 210);
        tiff.putInt(0);
        tiff.position(100);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 240);
        entry(tiff, 3, 2, 2, 'E');
        entry(tiff, 4, 5, 3, 264);
        tiff.putInt(0);
        tiff.position(200);
        tiff.put("Secret\0".getBytes(US_ASCII));
        tiff.position(210);
        tiff.put("2021:11:09 12:30:00\0".getBytes(US_ASCII));
        tiff.position(240);
        for (int part : new int[] {31, 1, 16, 1, 1308, 100, 121, 1, 32, 1, 2472, 100}) tiff.putInt(part);
        return Arrays.copyOf(tiff.array(), 288);
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** The JPEG with another size written into its header; its data stay small. */
    static byte[] claiming(byte[] jpeg, int width, int height) {
        byte[] file = jpeg.clone();
        for (int at = 2; at < file.length; at++) {
            boolean frame =
                    (file[at] & 0xff) == 0xff && ((file[at + 1] & 0xff) == 0xc0 || (file[at + 1] & 0xff) == 0xc2);
            if (!frame) continue;
            ByteBuffer.wrap(file, at + 5, 4).putShort((short) height).putShort((short) width);
            return file;
        }
        throw new IllegalArgumentException("no frame");
    }

    /** Black; a square of 30,000 pixels a side is a file of some hundred kilobytes. */
    static byte[] pngBomb(int side) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1));
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 1).array());
        chunk(out, "IDAT", deflated((side / 8 + 1) * (long) side));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    static byte[] withChunk(byte[] png, String type, byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, 33);
        chunk(out, type, data);
        out.write(png, 33, png.length - 33);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(US_ASCII));
        sum.update(data);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(type.getBytes(US_ASCII));
        out.write(data);
        out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    static byte[] deflated(long zeros) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] in = new byte[1 << 20];
        byte[] some = new byte[1 << 16];
        for (long rest = zeros; rest > 0; rest -= in.length) {
            deflater.setInput(in, 0, (int) Math.min(rest, in.length));
            if (rest <= in.length) deflater.finish();
            while (!deflater.needsInput() || rest <= in.length && !deflater.finished())
                out.write(some, 0, deflater.deflate(some));
        }
        deflater.end();
        return out.toByteArray();
    }

    static byte[] pdf() {
        String body =
                "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n";
        String table = "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
                + "trailer\n<</Size 3/Root 1 0 R>>\nstartxref\n" + body.length() + "\n%%EOF\n";
        return (body + table).getBytes(ISO_8859_1);
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] encode(BufferedImage image, String format, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (progressive) how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        return bytes.toByteArray();
    }
}

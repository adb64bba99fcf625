package org.yiwang.attachment;

import com.drew.lang.ByteArrayReader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The outer build of a picture file, read without decoding anything.
 *
 * @param complete whether its end is there
 * @param progressive JPEG in several passes over the whole picture
 * @param scans passes of a JPEG; 1 otherwise
 * @param exif what the camera wrote, as a TIFF structure; null when there is none
 */
record Frame(
        boolean complete,
        boolean progressive,
        int scans,
        @Nullable ByteArrayReader exif) {
    private static final int EXIF_BYTES_MAX = 1 << 20;
    private static final byte[] EXIF_HEADER = {'E', 'x', 'i', 'f', 0, 0};

    static Frame of(FileKind kind, byte[] file) {
        return switch (kind) {
            case JPEG -> jpeg(file);
            case PNG -> png(file);
            case WEBP -> webp(file);
            case PDF -> new Frame(true, false, 1, null);
        };
    }

    /** ITU-T T.81, annex B: segments with a length, and entropy-coded data up to the next marker. */
    private static Frame jpeg(byte[] file) {
        boolean progressive = false;
        int scans = 0;
        ByteArrayReader exif = null;
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 0xff) == 0xff) {
            int marker = file[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == 0xd9) return new Frame(true, progressive, scans, exif);
            int length = ((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff);
            int next = at + 2 + length;
            if (length < 2 || next > file.length) break;
            if (marker == 0xc2) progressive = true;
            if (marker == 0xe1 && exif == null) exif = reader(exif(file, at + 4, next));
            at = marker == 0xda ? endOfScan(file, next) : next;
            if (marker == 0xda) scans++;
        }
        boolean ends = at + 2 <= file.length && (file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) == 0xd9;
        return new Frame(ends, progressive, scans, exif);
    }

    private static int endOfScan(byte[] file, int from) {
        for (int at = from; at + 1 < file.length; at++) {
            int next = file[at + 1] & 0xff;
            boolean restart = next >= 0xd0 && next <= 0xd7;
            if ((file[at] & 0xff) == 0xff && next != 0 && !restart) return at;
        }
        return file.length;
    }

    private static byte @Nullable [] exif(byte[] file, int from, int to) {
        int start = from + EXIF_HEADER.length;
        if (start > to || !Arrays.equals(file, from, start, EXIF_HEADER, 0, EXIF_HEADER.length)) return null;
        return Arrays.copyOfRange(file, start, to);
    }

    private static @Nullable ByteArrayReader reader(byte @Nullable [] exif) {
        return exif == null ? null : new ByteArrayReader(exif);
    }

    /** ISO/IEC 15948: length, type, data, checksum. */
    private static Frame png(byte[] file) {
        ByteArrayReader exif = null;
        for (long at = 8; at + 12 <= file.length; ) {
            int start = (int) at;
            long length = number(file, start, true);
            String type = type(file, start + 4);
            if (at + 12 + length > file.length) break;
            if (type.equals("IEND")) return new Frame(true, false, 1, exif);
            if (type.equals("eXIf") && length <= EXIF_BYTES_MAX)
                exif = new ByteArrayReader(Arrays.copyOfRange(file, start + 8, start + 8 + (int) length));
            at += 12 + length;
        }
        return new Frame(false, false, 1, exif);
    }

    /** RFC 9649: a RIFF file; chunks are padded to even length. */
    private static Frame webp(byte[] file) {
        ByteArrayReader exif = null;
        long end = 8 + number(file, 4, false);
        for (long at = 12; at + 8 <= Math.min(end, file.length); ) {
            int start = (int) at;
            long length = number(file, start + 4, false);
            if (at + 8 + length > file.length) return new Frame(false, false, 1, exif);
            if (type(file, start).equals("EXIF") && length <= EXIF_BYTES_MAX)
                exif = reader(tiff(Arrays.copyOfRange(file, start + 8, start + 8 + (int) length)));
            at += 8 + length + (length & 1);
        }
        return new Frame(end <= file.length, false, 1, exif);
    }

    /** Some writers put the JPEG's header before the structure. */
    private static byte[] tiff(byte[] data) {
        byte[] stripped = exif(data, 0, data.length);
        return stripped == null ? data : stripped;
    }

    private static long number(byte[] file, int at, boolean bigEndian) {
        long number = 0;
        for (int i = 0; i < 4; i++) number = (number << 8) | (file[at + (bigEndian ? i : 3 - i)] & 0xff);
        return number;
    }

    private static String type(byte[] file, int at) {
        return new String(file, at, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}

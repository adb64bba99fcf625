package org.yiwang.registry.sheet;

import static org.yiwang.platform.Refusal.Kind.TOO_LARGE;
import static org.yiwang.platform.Refusal.Kind.UNSUPPORTED;
import static org.yiwang.platform.Refusal.refuse;

import java.io.File;
import java.io.IOException;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.yiwang.platform.RefusedException;

/** Looks at a file before any of it is unpacked: whether it is a workbook at all, and whether unpacking it would fill the machine. */
final class SheetGuard {
    static final long UNPACKED_BYTES_MAX = 1L << 30;
    static final int ENTRIES_MAX = 1_000;
    /** Sheets of like rows pack to a fortieth; nothing that people fill in packs to a two-hundredth. */
    static final double PACKED_SHARE_MIN = 0.005;

    private static final long RATIO_COUNTS_FROM_BYTES = 4L << 20;

    static {
        ZipSecureFile.setMinInflateRatio(PACKED_SHARE_MIN);
        ZipSecureFile.setGraceEntrySize(RATIO_COUNTS_FROM_BYTES);
        ZipSecureFile.setMaxEntrySize(UNPACKED_BYTES_MAX);
        ZipSecureFile.setMaxFileCount(ENTRIES_MAX);
    }

    private SheetGuard() {}

    static void check(File file) {
        try {
            switch (FileMagic.valueOf(file)) {
                case OOXML -> checkPacked(file);
                case OLE2 -> throw old(file);
                default -> throw refuse(UNSUPPORTED, "registry.no-workbook").exception();
            }
        } catch (IOException e) {
            throw refuse(UNSUPPORTED, "registry.damaged").exception();
        }
    }

    /** Both the workbooks of before 2007 and those with a password stand in the older kind of container. */
    private static RefusedException old(File file) {
        try (POIFSFileSystem container = new POIFSFileSystem(file, true)) {
            boolean encrypted = container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
            return refuse(UNSUPPORTED, encrypted ? "registry.encrypted" : "registry.old-workbook")
                    .exception();
        } catch (IOException | RuntimeException e) {
            return refuse(UNSUPPORTED, "registry.damaged").exception();
        }
    }

    private static void checkPacked(File file) throws IOException {
        try (ZipFile zip = new ZipFile(file)) {
            if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.bin") != null)
                throw refuse(
                                UNSUPPORTED,
                                zip.getEntry("xl/workbook.bin") == null
                                        ? "registry.no-workbook"
                                        : "registry.binary-workbook")
                        .exception();
            if (zip.size() > ENTRIES_MAX) throw bomb();
            checkSizes(zip);
            if (zip.stream().noneMatch(entry -> entry.getName().startsWith("xl/")))
                throw refuse(UNSUPPORTED, "registry.no-workbook").exception();
        }
    }

    private static void checkSizes(ZipFile zip) {
        long unpacked = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            unpacked += entry.getSize();
            boolean dense = entry.getSize() > RATIO_COUNTS_FROM_BYTES
                    && entry.getCompressedSize() < entry.getSize() * PACKED_SHARE_MIN;
            if (dense || unpacked > UNPACKED_BYTES_MAX) throw bomb();
        }
    }

    private static RefusedException bomb() {
        return refuse(TOO_LARGE, "registry.zip-bomb").exception();
    }
}

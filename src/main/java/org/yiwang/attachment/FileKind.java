package org.yiwang.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.Set;

/** What may be uploaded, known by its first bytes. */
enum FileKind {
    JPEG("image/jpeg", Set.of("jpg", "jpeg", "jpe", "jfif"), "\u00ff\u00d8\u00ff", 0),
    PNG("image/png", Set.of("png"), "\u0089PNG\r\n\u001a\n", 0),
    WEBP("image/webp", Set.of("webp"), "WEBP", 8),
    PDF("application/pdf", Set.of("pdf"), "%PDF-", 0);

    private final String contentType;
    private final Set<String> extensions;
    private final String magic;
    private final int offset;

    FileKind(String contentType, Set<String> extensions, String magic, int offset) {
        this.contentType = contentType;
        this.extensions = extensions;
        this.magic = magic;
        this.offset = offset;
    }

    static Optional<FileKind> of(byte[] content) {
        for (FileKind kind : values()) if (kind.begins(content)) return Optional.of(kind);
        return Optional.empty();
    }

    /** The format in which phones of one maker keep photos until told otherwise (ISO/IEC 23008-12). */
    static boolean isHeic(byte[] content) {
        if (content.length < 12) return false;
        return Set.of("ftypheic", "ftypheix", "ftypmif1", "ftypmsf1", "ftyphevc")
                .contains(new String(content, 4, 8, ISO_8859_1));
    }

    String contentType() {
        return contentType;
    }

    Set<String> extensions() {
        return extensions;
    }

    boolean isPicture() {
        return this != PDF;
    }

    private boolean begins(byte[] content) {
        int end = offset + magic.length();
        return content.length >= end && new String(content, offset, magic.length(), ISO_8859_1).equals(magic);
    }
}

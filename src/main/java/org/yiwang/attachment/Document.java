package org.yiwang.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yiwang.platform.Refusal;

/** The outer build of a PDF (ISO 32000-2, 7.5): whether it is whole, and nothing else besides a PDF. */
final class Document {
    private static final int TAIL_BYTES = 2_048;
    private static final Pattern HEADER = Pattern.compile("^%PDF-(1\\.[0-7]|2\\.0)\\s");
    private static final Pattern END = Pattern.compile("startxref\\s+(\\d{1,10})\\s+%%EOF\\s*$");
    private static final Pattern TABLE = Pattern.compile("^(xref\\b|\\d{1,10}\\s+\\d{1,5}\\s+obj\\b)");

    private Document() {}

    static Optional<Refusal> fault(byte[] file) {
        String head = new String(file, 0, Math.min(16, file.length), ISO_8859_1);
        int from = Math.max(0, file.length - TAIL_BYTES);
        String tail = new String(file, from, file.length - from, ISO_8859_1);
        if (!HEADER.matcher(head).find()) return damaged();
        Matcher end = END.matcher(tail);
        if (!end.find()) return tail.contains("%%EOF") ? Optional.of(more()) : damaged();
        return pointsAtTable(file, Long.parseLong(end.group(1))) ? Optional.empty() : damaged();
    }

    private static boolean pointsAtTable(byte[] file, long at) {
        if (at >= file.length) return false;
        int start = (int) at;
        String there = new String(file, start, Math.min(24, file.length - start), ISO_8859_1);
        return TABLE.matcher(there.stripLeading()).find();
    }

    private static Optional<Refusal> damaged() {
        return Optional.of(Refusal.invalid("file", "attachment.document-damaged"));
    }

    /** A second file behind the first: another program would open that one. */
    private static Refusal more() {
        return Refusal.invalid("file", "attachment.document-continues");
    }
}

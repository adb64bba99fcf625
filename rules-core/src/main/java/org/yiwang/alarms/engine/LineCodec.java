package org.yiwang.alarms.engine;

/** Lines of the log as bytes, for what carries them to other machines. */
public final class LineCodec {
    private static final int SAID = 1;
    private static final int QUIET = 2;
    private static final int HANDED = 3;
    private static final int FAMILY = 4;

    private LineCodec() {}

    public static byte[] write(LogLine line) {
        if (line instanceof LogLine.Said said) return said(said.stamp(), EntryCodec.write(said.entry()));
        Packer to = new Packer();
        if (line instanceof LogLine.Quiet quiet) write(to.number(QUIET), quiet.stamp());
        else if (line instanceof LogLine.Handed handed) {
            to.number(HANDED).number(handed.partition()).number(handed.offset());
            to.each(handed.rules(), to::raw);
        } else if (line instanceof LogLine.HandedFamily family)
            to.number(FAMILY).number(family.partition()).number(family.offset()).raw(family.state());
        return to.bytes();
    }

    /** @param entry as {@link EntryCodec} writes it */
    public static byte[] said(Stamp stamp, byte[] entry) {
        return write(new Packer().number(SAID), stamp).raw(entry).bytes();
    }

    private static Packer write(Packer to, Stamp stamp) {
        return to.number(stamp.partition()).number(stamp.offset()).number(stamp.at());
    }

    public static LogLine read(byte[] bytes) {
        Unpacker from = new Unpacker(bytes);
        int kind = from.small();
        return switch (kind) {
            case SAID -> new LogLine.Said(stamp(from), EntryCodec.read(from.raw()));
            case QUIET -> new LogLine.Quiet(stamp(from));
            case HANDED -> new LogLine.Handed(from.small(), from.number(), from.each(from::raw));
            case FAMILY -> new LogLine.HandedFamily(from.small(), from.number(), from.raw());
            default -> throw new IllegalArgumentException("no kind of line: " + kind);
        };
    }

    private static Stamp stamp(Unpacker from) {
        return new Stamp(from.small(), from.number(), from.number());
    }

    /** Which partition a line is of, without reading the rest of it. */
    public static int partition(byte[] bytes) {
        Unpacker from = new Unpacker(bytes);
        from.small();
        return from.small();
    }
}

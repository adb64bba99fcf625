package org.yiwang.alarms.engine;

/** Outputs as bytes, for what carries them to where they are kept. */
public final class OutputCodec {
    private OutputCodec() {}

    public static byte[] write(Output output) {
        Packer to = new Packer();
        to.number(output.partition())
                .text(output.family())
                .text(output.device())
                .text(output.rule())
                .text(output.part());
        to.number(output.episode()).number(output.number());
        to.name(output.what()).name(output.severity());
        to.number(output.at()).text(output.cause()).values(output.values());
        to.each(output.asked(), order -> EntryCodec.write(to, order));
        to.each(output.withheld(), order -> EntryCodec.write(to, order));
        return to.bytes();
    }

    public static Output read(byte[] bytes) {
        Unpacker from = new Unpacker(bytes);
        return new Output(
                from.small(),
                from.text(),
                from.text(),
                from.text(),
                from.text(),
                from.number(),
                from.small(),
                from.name(Output.What.class),
                from.name(Severity.class),
                from.number(),
                from.text(),
                from.values(),
                from.each(() -> EntryCodec.order(from)),
                from.each(() -> EntryCodec.order(from)));
    }
}

package org.yiwang.alarms.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static final double END = 100_000;

    /** The lines of a tape, its offsets without gaps, as a sender that was stopped now and then sends them: some again from an earlier one on, a word about time in between. */
    private static List<LogLine> sent(List<LogLine> lines, SplittableRandom random) {
        List<LogLine> sent = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && random.nextInt(20) == 0) i -= random.nextInt(Math.min(i, 30)) + 1;
            sent.add(lines.get(i));
            Stamp stamp = ((LogLine.Said) lines.get(i)).stamp();
            if (random.nextInt(3) == 0) sent.add(new LogLine.Quiet(new Stamp(3, stamp.offset() + 1, stamp.at())));
        }
        return sent;
    }

    private static List<LogLine> lines(long seed) {
        List<LogLine> lines = new ArrayList<>();
        for (Tape.Line line : RandomTape.of(seed, 300).lines)
            lines.add(new LogLine.Said(
                    new Stamp(3, line.stamp().offset() / 10, line.stamp().at()), line.entry()));
        return lines;
    }

    private static Map<String, List<Output>> byFamily(List<Output> outputs) {
        return outputs.stream().collect(Collectors.groupingBy(Output::family, TreeMap::new, Collectors.toList()));
    }

    private static Map<String, List<Output>> plain(List<LogLine> lines) {
        List<Output> outputs = new ArrayList<>();
        Shard shard = new Shard(3);
        for (LogLine line : lines)
            shard.take(((LogLine.Said) line).stamp(), ((LogLine.Said) line).entry(), outputs::add);
        shard.until(Tape.at(END), outputs::add);
        return byFamily(outputs);
    }

    private static LogLine end(List<LogLine> lines) {
        return new LogLine.Quiet(new Stamp(3, lines.size(), Tape.at(END)));
    }

    @Property(tries = 40)
    void lines_that_come_twice_are_read_once(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        List<LogLine> lines = lines(seed);
        List<Output> outputs = new ArrayList<>();
        LineReader reader = new LineReader(3);
        for (LogLine line : sent(lines, new SplittableRandom(seed)))
            reader.take(LineCodec.read(LineCodec.write(line)), outputs::add);
        reader.take(end(lines), outputs::add);
        assertThat(byFamily(outputs)).isEqualTo(plain(lines));
    }

    @Property(tries = 40)
    void a_reader_that_another_hands_over_to_anywhere_goes_on_as_if_it_were_the_same(
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        List<LogLine> lines = lines(seed);
        int place = new SplittableRandom(seed).nextInt(lines.size());
        List<Output> outputs = new ArrayList<>();
        Shard one = new Shard(3);
        for (LogLine line : lines.subList(0, place))
            one.take(((LogLine.Said) line).stamp(), ((LogLine.Said) line).entry(), outputs::add);
        List<LogLine> sent = new ArrayList<>();
        sent.add(new LogLine.Handed(3, place, one.rules()));
        one.changes().values().stream()
                .flatMap(Optional::stream)
                .forEach(state -> sent.add(new LogLine.HandedFamily(3, place, state)));
        List<LogLine> again = new ArrayList<>(sent);
        again.addAll(lines.subList(place, lines.size()));
        again.addAll(sent);
        again.add(end(lines));
        LineReader reader = new LineReader(3);
        for (LogLine line : again) reader.take(LineCodec.read(LineCodec.write(line)), outputs::add);
        assertThat(byFamily(outputs)).isEqualTo(plain(lines));
    }

    @Property(tries = 40)
    void a_reader_that_is_killed_anywhere_and_goes_on_from_what_was_kept_says_the_same(
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        List<LogLine> lines = lines(seed);
        SplittableRandom random = new SplittableRandom(seed + 1);
        Map<String, byte[]> families = new TreeMap<>();
        List<byte[]> rules = List.of();
        List<Output> outputs = new ArrayList<>();
        LineReader reader = new LineReader(3);
        for (LogLine line : lines) {
            reader.take(line, outputs::add);
            if (random.nextInt(10) > 0) continue;
            reader.changes()
                    .forEach((family, state) ->
                            state.ifPresentOrElse(some -> families.put(family, some), () -> families.remove(family)));
            rules = reader.otherRules().orElse(rules);
            reader = new LineReader(3, reader.next(), rules, families.values());
        }
        reader.take(end(lines), outputs::add);
        assertThat(byFamily(outputs)).isEqualTo(plain(lines));
    }

    @Test
    void nothing_is_read_behind_a_gap() {
        List<LogLine> lines = lines(1);
        LineReader reader = new LineReader(3);
        reader.take(lines.get(0), output -> {});
        assertThatThrownBy(() -> reader.take(lines.get(2), output -> {}))
                .isInstanceOf(LineReader.Gap.class)
                .hasMessage("partition 3 of the log was read up to 1, but what came is 2");
        assertThatThrownBy(() -> new LineReader(3).take(lines.get(5), output -> {}))
                .isInstanceOf(LineReader.Gap.class);
    }

    @Test
    void what_a_sender_that_was_overtaken_says_of_the_time_is_not_believed() {
        Tape tape = new Tape()
                .rules(Rules.of("bin").rule(Rules.rule("silent").silent(60)))
                .device("bin", "bin");
        List<LogLine> lines = new ArrayList<>();
        tape.lines.forEach(one -> lines.add(new LogLine.Said(
                new Stamp(3, one.stamp().offset() / 10, one.stamp().at()), one.entry())));
        LineReader reader = new LineReader(3);
        List<Output> outputs = new ArrayList<>();
        lines.forEach(line -> reader.take(line, outputs::add));
        reader.take(new LogLine.Quiet(new Stamp(3, 7, Tape.at(1000))), outputs::add);
        reader.take(new LogLine.Quiet(new Stamp(3, 1, Tape.at(1000))), outputs::add);
        assertThat(outputs).isEmpty();
        reader.take(new LogLine.Quiet(new Stamp(3, 2, Tape.at(1000))), outputs::add);
        assertThat(outputs).hasSize(1);
    }
}

package org.yiwang.alarms.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.yiwang.alarms.engine.Output.What;

class ShardProperties {
    private static final double END = 100_000;

    private static List<Output> plain(Tape tape) {
        return tape.outputs(END);
    }

    /** The order of one family's outputs is fixed, that among families is not. */
    private static Map<String, List<Output>> byFamily(List<Output> outputs) {
        return outputs.stream().collect(Collectors.groupingBy(Output::family, TreeMap::new, Collectors.toList()));
    }

    @Property(tries = 40)
    void it_makes_no_difference_how_often_the_clock_is_looked_at(
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Tape tape = RandomTape.of(seed, 300);
        SplittableRandom random = new SplittableRandom(seed + 1);
        List<Output> ticked = new ArrayList<>();
        Shard shard = new Shard(3);
        long before = 0;
        for (Tape.Line line : tape.lines) {
            boolean isOutage = line.entry() instanceof Entry.Outage;
            long gap = before == 0 || isOutage ? 0 : line.stamp().at() - before;
            for (int i = random.nextInt(4); i > 0 && gap > 0; i--)
                shard.until(before + random.nextLong(gap + 1) / i, ticked::add);
            shard.take(line.stamp(), line.entry(), ticked::add);
            before = line.stamp().at();
        }
        shard.until(Tape.at(END), ticked::add);
        assertThat(byFamily(ticked)).isEqualTo(byFamily(plain(tape)));
    }

    @Property(tries = 40)
    void a_reader_that_is_killed_anywhere_and_goes_on_from_what_was_kept_says_the_same(
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Tape tape = RandomTape.of(seed, 300);
        SplittableRandom random = new SplittableRandom(seed + 1);
        Map<String, byte[]> kept = new HashMap<>();
        List<Output> outputs = new ArrayList<>();
        Shard shard = new Shard(3);
        for (Tape.Line line : tape.lines) {
            shard.take(line.stamp(), line.entry(), outputs::add);
            shard.changes()
                    .forEach((family, bytes) ->
                            bytes.ifPresentOrElse(some -> kept.put(family, some), () -> kept.remove(family)));
            if (random.nextInt(10) == 0) shard = Shard.restore(3, shard.rules(), kept.values());
        }
        shard.until(Tape.at(END), outputs::add);
        assertThat(byFamily(outputs)).isEqualTo(byFamily(plain(tape)));
    }

    @Property(tries = 40)
    void every_alarm_begins_once_goes_on_without_gaps_and_ends_at_most_once(
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Map<String, List<Output>> episodes = plain(RandomTape.of(seed, 300)).stream()
                .collect(Collectors.groupingBy(Output::episodeId, TreeMap::new, Collectors.toList()));
        episodes.values().forEach(episode -> {
            for (int i = 0; i < episode.size(); i++) {
                assertThat(episode.get(i).number()).isEqualTo(i);
                assertThat(episode.get(i).what() == What.RAISED).isEqualTo(i == 0);
                assertThat(episode.get(i).what() == What.CLEARED && i < episode.size() - 1)
                        .isFalse();
            }
        });
    }

    @Property(tries = 40)
    void one_rule_has_one_alarm_at_a_time_on_one_part_of_a_device(
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Map<String, String> open = new HashMap<>();
        for (Output output : plain(RandomTape.of(seed, 300))) {
            String key = output.device() + " " + output.rule() + " " + output.part();
            if (output.what() == What.RAISED)
                assertThat(open.put(key, output.episodeId())).isNull();
            else assertThat(open.get(key)).isEqualTo(output.episodeId());
            if (output.what() == What.CLEARED) open.remove(key);
        }
    }

    @Property(tries = 40)
    void entries_and_outputs_come_back_from_their_bytes(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Tape tape = RandomTape.of(seed, 100);
        for (Tape.Line line : tape.lines)
            assertThat(EntryCodec.read(EntryCodec.write(line.entry()))).isEqualTo(line.entry());
        for (Output output : plain(tape))
            assertThat(OutputCodec.read(OutputCodec.write(output))).isEqualTo(output);
    }

    /** Against the sentence itself: it alarms where {@code open} was last said to be true for fifteen seconds on end. */
    @Property(tries = 100)
    void what_has_to_last_is_told_exactly_where_it_lasted(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tape tape = new Tape().rules(RandomTape.rules(1, 0)).device("bin", "bin");
        List<Double> expected = new ArrayList<>();
        double now = 1;
        double since = -1;
        for (int i = 0; i < 60; i++) {
            boolean open = i < 59 && random.nextInt(3) > 0;
            if (!open && since >= 0 && now - since >= 15) expected.add(since + 15);
            if (!open) since = -1;
            else if (since < 0) since = now;
            tape.say(now, "bin", "level", Map.of("open", open));
            now += 1 + random.nextInt(9);
        }
        List<Double> raised = tape.outputs(now).stream()
                .filter(output -> output.rule().equals("open") && output.what() == What.RAISED)
                .map(output -> (output.at() - Tape.BEGIN) / 1000.0)
                .toList();
        assertThat(raised).isEqualTo(expected);
    }
}

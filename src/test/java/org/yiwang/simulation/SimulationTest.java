package org.yiwang.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.simulation.Fleet.Member;
import tools.jackson.databind.json.JsonMapper;

class SimulationTest {
    private static final Instant BEGIN = Instant.parse("2021-11-08T22:00:00Z");
    private static final Fleet FLEET = new Fleet(
            URI.create("mqtt://localhost:1"),
            List.of(
                    new Member("LG-1", "s", "lift-gateway", null),
                    new Member("LC-1", null, "lift-controller", "LG-1"),
                    new Member("LC-2", "s", "lift-controller", "LG-1"),
                    new Member("WS-1", "s", "waste-sensor", null),
                    new Member("SZ-1", "s", "water-station", null)));

    private static Simulation.Wish wish(long seed, double perHour, double faults, Trouble... planted) {
        return new Simulation.Wish(seed, Duration.ZERO, perHour, faults, faults, faults, List.of(planted));
    }

    private static List<Said> played(Simulation.Wish wish, Duration span) {
        List<Said> all = new ArrayList<>();
        wish.play(FLEET, BEGIN).until(BEGIN.plus(span), all::add, cut -> {});
        return all;
    }

    private static String recorded(long seed, double faults) throws IOException {
        StringWriter out = new StringWriter();
        Simulation.record(FLEET, wish(seed, 40, faults), BEGIN, Duration.ofHours(6), out);
        return out.toString();
    }

    @Test
    void the_same_seed_says_the_same_and_another_something_else() throws IOException {
        String first = recorded(7, 0.05);
        assertThat(first.lines().count()).isGreaterThan(1_000);
        assertThat(recorded(7, 0.05)).isEqualTo(first);
        assertThat(recorded(8, 0.05)).isNotEqualTo(first);
    }

    @Test
    void it_is_the_same_play_however_often_somebody_looks() {
        List<Said> often = new ArrayList<>();
        Play play = wish(3, 60, 0.05).play(FLEET, BEGIN);
        for (Instant at = BEGIN; !at.isAfter(BEGIN.plus(Duration.ofHours(2))); at = at.plusMillis(7_777))
            play.until(at, often::add, cut -> {});
        play.until(BEGIN.plus(Duration.ofHours(2)), often::add, cut -> {});
        assertThat(often).isEqualTo(played(wish(3, 60, 0.05), Duration.ofHours(2)));
    }

    @Test
    void an_ebike_is_seen_every_five_seconds_until_it_leaves() {
        List<Said> said = played(
                wish(1, 0, 0, new Trouble(Duration.ofSeconds(30), "LC-1", "ebike", Duration.ofSeconds(12))),
                Duration.ofMinutes(1));
        assertThat(said)
                .filteredOn(one -> one.kind().startsWith("ebike"))
                .extracting(one ->
                        one.kind() + " " + Duration.between(BEGIN, one.at()).toSeconds())
                .containsExactly("ebike_detected 30", "ebike_detected 35", "ebike_detected 40", "ebike_left 42");
    }

    @Test
    void who_is_silent_says_nothing_and_whose_clock_is_off_says_another_time() {
        List<Said> said = played(
                wish(
                        1,
                        0,
                        0,
                        new Trouble(Duration.ZERO, "LC-1", "silent", Duration.ofMinutes(5)),
                        new Trouble(Duration.ZERO, "LC-2", "clock", Duration.ofMinutes(5))),
                Duration.ofMinutes(10));
        assertThat(said)
                .filteredOn(one -> one.device().equals("LC-1"))
                .isNotEmpty()
                .allMatch(one -> !one.at().isBefore(BEGIN.plus(Duration.ofMinutes(5))));
        assertThat(said.stream()
                        .filter(one -> one.device().equals("LC-2"))
                        .findFirst()
                        .orElseThrow()
                        .payload())
                .contains("\"at\":\"2021-11-10T");
    }

    @Test
    void some_messages_come_twice_late_or_torn_as_often_as_asked() {
        List<Said> said = played(wish(5, 0, 0.1), Duration.ofHours(24));
        List<Said> clean = played(wish(5, 0, 0), Duration.ofHours(24));
        long torn = said.stream().filter(Said::once).count();
        assertThat(torn).isBetween(clean.size() / 12L, clean.size() / 8L);
        assertThat(said.size() - new HashSet<>(said).size()).isGreaterThan(clean.size() / 15);
        assertThat(said.size()).isBetween((int) (clean.size() * 1.05), (int) (clean.size() * 1.15));
    }

    @Test
    void a_door_is_held_when_asked_and_never_with_a_fire_signal_and_an_order_is_done_once() throws IOException {
        Play play = wish(1, 0, 0, new Trouble(Duration.ofSeconds(20), "LC-2", "fire", Duration.ofMinutes(1)))
                .play(FLEET, BEGIN);
        List<Said> said = new ArrayList<>();
        for (int second : List.of(10, 11, 30)) {
            Instant at = BEGIN.plusSeconds(second);
            play.until(at, said::add, cut -> {});
            String id = second < 20 ? "a" : "b";
            play.command(
                    at,
                    "LC-2",
                    new JsonMapper()
                            .readTree(
                                    "{\"id\": \"" + id + "\", \"order\": \"hold_door\", \"with\": {\"seconds\": 40}}"),
                    said::add);
        }
        assertThat(said.stream().filter(one -> one.kind().equals("door_held"))).hasSize(1);
        assertThat(said.stream()
                        .filter(one -> one.kind().equals("order_answer"))
                        .map(one -> one.payload().replaceAll(".*\"order\"", "")))
                .containsExactly(
                        ":\"a\",\"result\":\"done\"}",
                        ":\"a\",\"result\":\"done\"}",
                        ":\"b\",\"result\":\"refused\",\"reason\":\"fire signal\"}");
    }

    @Test
    void bins_fill_and_are_emptied() {
        List<Said> said = played(wish(2, 0, 0), Duration.ofHours(16));
        List<Double> wet = said.stream()
                .filter(one -> one.kind().equals("fill") && one.payload().contains("\"wet\""))
                .map(one -> Double.valueOf(one.payload().replaceAll(".*\"level\":([0-9.]+).*", "$1")))
                .toList();
        assertThat(wet).hasSize(64).allMatch(level -> level >= 0 && level <= 100);
        assertThat(wet).anyMatch(level -> level > 40).anyMatch(level -> level < 2);
    }

    @Test
    void what_cannot_be_played_is_told_with_what_can(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> wish(1, 0, 0, new Trouble(Duration.ZERO, "LC-9", "ebike", Duration.ZERO))
                        .play(FLEET, BEGIN))
                .isInstanceOf(Unplayable.class)
                .hasMessageContaining("LC-9");
        assertThatThrownBy(() -> played(
                        wish(1, 0, 0, new Trouble(Duration.ZERO, "LC-1", "singing", Duration.ZERO)),
                        Duration.ofMinutes(1)))
                .isInstanceOf(Unplayable.class)
                .hasMessageContainingAll("singing", "ebike", "silent");
        Path file = folder.resolve("fleet.json");
        for (String[] bad : new String[][] {
            {"{", "no JSON"},
            {"{\"devices\": []}", "mqtt://"},
            {
                "{\"address\": \"mqtt://a:1\", \"devices\": [{\"serial\": \"A\", \"kind\": \"oven\", \"secret\": \"s\"}]}",
                "lift-controller"
            },
            {
                "{\"address\": \"mqtt://a:1\", \"devices\": [{\"serial\": \"A\", \"kind\": \"lift-controller\"}]}",
                "neither a secret"
            },
        }) {
            Files.writeString(file, bad[0]);
            assertThatThrownBy(() -> Fleet.read(file, null))
                    .isInstanceOf(Unplayable.class)
                    .hasMessageContaining(bad[1]);
        }
        Path troubles = Files.writeString(folder.resolve("troubles.yaml"), "- {at: soon, device: LC-1}");
        assertThatThrownBy(() -> Trouble.read(troubles))
                .isInstanceOf(Unplayable.class)
                .hasMessageContaining("seconds: 40");
    }
}

package org.yiwang.alarms.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.alarms.engine.Rules.rule;

import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.alarms.engine.Device.Mode;

class SilenceTest {
    private static Tape alone() {
        return new Tape()
                .rules(Rules.of("bin").rule(rule("offline").silent(90)))
                .device("bin-1", "bin");
    }

    private static Tape behindAGateway() {
        return new Tape()
                .rules(Rules.of("gateway").heartbeat(30).rule(rule("offline").silent(90)))
                .rules(Rules.of("bin")
                        .heartbeat(30)
                        .rule(rule("silent").silent(90).suppressedBy("offline")))
                .device("gate", "gateway")
                .device(0, "gate", "bin-1", "bin", "gate", Mode.IN_USE)
                .device(0, "gate", "bin-2", "bin", "gate", Mode.IN_USE);
    }

    private static void heartbeats(Tape tape, double from, double to, String... devices) {
        for (double at = from; at <= to; at += 30)
            for (String device : devices)
                tape.say(at, device.startsWith("bin-") ? "gate" : device, device, "heartbeat", Map.of());
    }

    @Test
    void a_device_that_says_nothing_for_its_interval_is_offline_at_that_very_moment_and_back_when_it_speaks() {
        assertThat(alone().say(10, "bin-1", "heartbeat")
                        .say(500, "bin-1", "heartbeat")
                        .until(550))
                .containsExactly("100.0 bin-1 offline RAISED MAJOR silence", "500.0 bin-1 offline CLEARED MAJOR heard");
    }

    @Test
    void a_device_that_never_came_is_missed_too() {
        assertThat(alone().until(100)).containsExactly("90.0 bin-1 offline RAISED MAJOR silence");
    }

    @Test
    void a_gateway_that_goes_down_is_one_alarm_though_its_devices_were_heard_later_and_earlier_than_itself() {
        Tape tape = behindAGateway();
        heartbeats(tape, 30, 300, "bin-2", "bin-1", "gate");
        assertThat(tape.say(301, "gate", "bin-2", "heartbeat", Map.of()).until(5000))
                .containsExactly("390.0 gate offline RAISED MAJOR silence");
    }

    @Test
    void once_the_gateway_is_back_its_devices_have_an_interval_to_be_heard_in() {
        Tape tape = behindAGateway();
        heartbeats(tape, 30, 300, "gate", "bin-1", "bin-2");
        heartbeats(tape, 1000, 1300, "gate", "bin-1");
        assertThat(tape.until(1310))
                .containsExactly(
                        "390.0 gate offline RAISED MAJOR silence",
                        "1000.0 gate offline CLEARED MAJOR heard",
                        "1090.0 bin-2 silent RAISED MAJOR silence");
    }

    @Test
    void a_device_that_goes_silent_under_a_gateway_that_speaks_is_called_out_at_once() {
        Tape tape = behindAGateway();
        heartbeats(tape, 30, 60, "bin-1");
        heartbeats(tape, 30, 400, "bin-2");
        heartbeats(tape, 30, 400, "gate");
        tape.lines.sort(Comparator.comparingLong(line -> line.stamp().at()));
        assertThat(tape.until(400)).containsExactly("150.0 bin-1 silent RAISED MAJOR silence");
    }

    @Test
    void where_nobody_could_be_heard_for_an_hour_nobody_is_called_out_for_it() {
        Tape tape = behindAGateway();
        heartbeats(tape, 30, 300, "gate", "bin-1", "bin-2");
        tape.add(4000, new Entry.Outage(Tape.at(310)));
        heartbeats(tape, 4020, 4200, "gate", "bin-1");
        assertThat(tape.until(4200)).containsExactly("4090.0 bin-2 silent RAISED MAJOR silence");
    }

    @Test
    void who_was_silent_before_nobody_could_be_heard_is_called_out() {
        Tape tape = alone().say(10, "bin-1", "heartbeat").add(4000, new Entry.Outage(Tape.at(150)));
        assertThat(tape.until(4001)).containsExactly("100.0 bin-1 offline RAISED MAJOR silence");
    }

    @Test
    void a_silence_ended_by_hand_stays_ended_until_the_device_was_heard_and_is_silent_again() {
        Tape tape = alone().say(10, "bin-1", "heartbeat");
        long episode = tape.outputs(101).get(0).episode();
        tape.add(200, new Entry.Ended("bin-1", "bin-1", "offline", episode)).say(1000, "bin-1", "heartbeat");
        assertThat(tape.until(1100))
                .containsExactly(
                        "100.0 bin-1 offline RAISED MAJOR silence",
                        "200.0 bin-1 offline CLEARED MAJOR hand",
                        "1090.0 bin-1 offline RAISED MAJOR silence");
    }
}

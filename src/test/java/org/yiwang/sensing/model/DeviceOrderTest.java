package org.yiwang.sensing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yiwang.sensing.model.DeviceOrder.Next;
import org.yiwang.sensing.model.DeviceOrder.State;

class DeviceOrderTest {
    private static final Instant AT = Instant.parse("2021-11-09T01:30:00Z");

    private static DeviceOrder order(State state, int tries, int again) {
        return new DeviceOrder(
                "1",
                "LC-1",
                "f",
                "hold",
                "{}",
                state,
                null,
                null,
                "ebike",
                "alarms",
                null,
                AT,
                AT.plusSeconds(30),
                tries,
                3,
                Duration.ofSeconds(3),
                AT.plusSeconds(again),
                null,
                null,
                null);
    }

    private static Next after(DeviceOrder order, int seconds) {
        return order.next(AT.plusSeconds(seconds), true, true);
    }

    @Test
    void it_is_sent_at_once_again_after_the_time_to_answer_and_after_the_last_try_it_has_failed() {
        assertThat(after(order(State.WAITING, 0, 0), 0)).isEqualTo(new Next.Send(1, AT.plusSeconds(3)));
        assertThat(after(order(State.SENT, 1, 3), 2)).isEqualTo(new Next.Leave());
        assertThat(after(order(State.SENT, 1, 3), 3)).isEqualTo(new Next.Send(2, AT.plusSeconds(6)));
        assertThat(after(order(State.SENT, 3, 9), 9)).isEqualTo(new Next.Settle(State.FAILED));
    }

    @Test
    void what_has_expired_is_not_sent_any_more_however_late_it_is_noticed() {
        assertThat(after(order(State.WAITING, 0, 0), 29)).isInstanceOf(Next.Send.class);
        assertThat(after(order(State.WAITING, 0, 0), 30)).isEqualTo(new Next.Settle(State.EXPIRED));
        assertThat(after(order(State.SENT, 1, 3), 3_600)).isEqualTo(new Next.Settle(State.FAILED));
    }

    @Test
    void nobody_to_send_it_to_or_words_of_the_family_not_yet_looked_at_leave_it_waiting() {
        assertThat(order(State.WAITING, 0, 0).next(AT, false, true)).isEqualTo(new Next.Leave());
        assertThat(order(State.WAITING, 0, 0).next(AT, true, false)).isEqualTo(new Next.Leave());
        assertThat(order(State.SENT, 1, 3).next(AT.plusSeconds(4), true, false)).isEqualTo(new Next.Leave());
    }

    @Test
    void what_is_answered_taken_back_or_was_never_given_is_never_sent() {
        for (State state : State.values())
            if (state != State.WAITING && state != State.SENT)
                assertThat(after(order(state, 1, 0), 10)).isEqualTo(new Next.Leave());
    }
}

package org.yiwang.sensing.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to a device, from decision to answer.
 *
 * @param id the same in every attempt, so that a device knows a repeat
 * @param family of the device, whose words in the log may forbid it
 * @param kind of order
 * @param arguments a JSON object
 * @param alarm which it belongs to; null where a person gave it without one
 * @param by the name of the person who gave it; null where a rule did
 * @param reason of the person, or the rule
 * @param guard the reader of the log that may take it back; it is sent only when that reader has nothing of this family unread. Null where nothing forbids it
 * @param releases the order that it takes back
 * @param tries how often it was sent
 * @param again when it is looked at next: sent, sent once more, or given up
 * @param answerReason the device's words
 */
public record DeviceOrder(
        String id,
        String device,
        String family,
        String kind,
        String arguments,
        State state,
        @Nullable String alarm,
        @Nullable String by,
        String reason,
        @Nullable String guard,
        @Nullable String releases,
        Instant decidedAt,
        Instant expiresAt,
        int tries,
        int triesMax,
        Duration within,
        Instant again,
        @Nullable Instant sentAt,
        @Nullable Instant answeredAt,
        @Nullable String answerReason) {

    /** Where it is. */
    public enum State {
        /** Decided, not yet sent. */
        WAITING,
        /** Sent, not yet answered. */
        SENT,
        /** The device says it has done it. */
        DONE,
        /** The device says no. */
        REFUSED,
        /** It was sent as often as may be, and nobody answered. */
        FAILED,
        /** There was nobody to send it to until it was worth nothing any more. */
        EXPIRED,
        /** Taken back before it was answered. */
        WITHDRAWN,
        /** Never given, because something forbade it. */
        WITHHELD
    }

    /** What to do with it now. */
    public sealed interface Next {
        /** @param tryNumber from 1 */
        record Send(int tryNumber, Instant again) implements Next {}

        record Settle(State state) implements Next {}

        record Leave() implements Next {}
    }

    /**
     * @param isReachable whether there is a way to the device
     * @param isSafe whether everything that may forbid it has been looked at
     */
    public Next next(Instant now, boolean isReachable, boolean isSafe) {
        boolean isOpen = state == State.WAITING || state == State.SENT;
        if (!isOpen || now.isBefore(again)) return new Next.Leave();
        boolean isOver = !now.isBefore(expiresAt);
        if (state == State.WAITING && isOver) return new Next.Settle(State.EXPIRED);
        if (state == State.SENT && (isOver || tries >= triesMax)) return new Next.Settle(State.FAILED);
        if (!isReachable || !isSafe) return new Next.Leave();
        return new Next.Send(tries + 1, now.plus(within));
    }
}

package org.yiwang.demonstration.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Stage;
import org.yiwang.demonstration.plan.YearPlan.ChannelPlan;
import org.yiwang.demonstration.plan.YearPlan.Course;
import org.yiwang.demonstration.plan.YearPlan.OpenCases;

/** The living queue: finds matters whose lives stand just where the file wants them when the demonstration opens. */
final class Queue {
    private static final int TRIES_MAX = 6_000;
    /** Until the office closes, when the demonstration opens in the morning. */
    private static final Duration SOON = Duration.ofHours(8);

    private final Setting setting;
    private final Births births;
    private final Instant now;

    Queue(Setting setting, Births births) {
        this.setting = setting;
        this.births = births;
        this.now = setting.year().opening();
    }

    /** How many of the channel's cases the queue takes. */
    static Map<Channel, Integer> counts(YearPlan year) {
        Map<Channel, Integer> counts = new LinkedHashMap<>();
        for (OpenCases row : year.open()) share(row).forEach((channel, n) -> counts.merge(channel, n, Integer::sum));
        return counts;
    }

    List<Birth> find() {
        List<Birth> found = new ArrayList<>();
        for (OpenCases row : setting.year().open()) {
            share(row).forEach((channel, count) -> {
                ChannelPlan plan =
                        Objects.requireNonNull(setting.year().channels().get(channel));
                for (int i = 0; i < count; i++) found.add(find(row, channel, plan, i));
            });
        }
        return found;
    }

    private static Map<Channel, Integer> share(OpenCases row) {
        List<Channel> channels =
                List.copyOf(new java.util.TreeSet<>(row.channels().keySet()));
        int[] counts = Weights.apportion(
                row.cases(),
                channels.stream()
                        .mapToDouble(c -> row.channels().getOrDefault(c, 0.0))
                        .toArray());
        Map<Channel, Integer> share = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) share.put(channels.get(i), counts[i]);
        return share;
    }

    private Birth find(OpenCases row, Channel channel, ChannelPlan plan, int index) {
        String name = "queue" + row.state() + row.course() + channel;
        Dice dice = new Dice(setting.year().seed(), name, index);
        Duration back = window(row, channel);
        for (int i = 0; i < TRIES_MAX; i++) {
            Instant at = now.minusSeconds(30 + (long) (back.toSeconds() * dice.share()));
            Birth birth = fated(births.at(channel, plan, at), row);
            if (stands(birth, row)) return birth;
        }
        throw new IllegalArgumentException(
                "open: no case of channel %s was found in state %s%s. Take another channel or state."
                        .formatted(
                                channel.id(),
                                row.state().id(),
                                row.course() == null ? "" : ", " + row.course().id()));
    }

    private boolean stands(Birth birth, OpenCases row) {
        if (birth.category().urgent() && (row.state() == Stage.RETURN_ASKED || row.state() == Stage.ARBITRATION))
            return false;
        LifeWriter writer = new LifeWriter(setting, birth, 1, true);
        CaseScript script = writer.write();
        return script.stageAt(now) == row.state() && (row.course() == null || follows(row.course(), script, writer));
    }

    private boolean follows(Course course, CaseScript script, LifeWriter writer) {
        Instant due = writer.firstDue();
        boolean suspended = script.last("suspend", now).isPresent()
                && script.last("resume", now).isEmpty();
        boolean asked = script.last("ask-extension", now).isPresent()
                && script.last("grant-extension", now).isEmpty();
        return switch (course) {
            case ON_TIME -> !suspended && !asked && due.isAfter(now.plus(SOON));
            case SOON -> due.isAfter(now.plusSeconds(300)) && due.isBefore(now.plus(SOON));
            case LATE -> due.isBefore(now);
            case SUSPENDED -> suspended;
            case EXTENSION_ASKED -> asked;
            case REWORKED -> script.last("fail", now).isPresent();
            case ASSISTED ->
                (script.last("add-assistant", now).isPresent()
                                || script.steps().stream()
                                        .anyMatch(s -> !s.input().units().isEmpty()))
                        && script.last("assist-done", now).isEmpty()
                        && due.isAfter(now.plus(SOON));
        };
    }

    private static Birth fated(Birth birth, OpenCases row) {
        Course course = row.course();
        if (course == null)
            return switch (row.state()) {
                case CHECKING -> birth.with(Outcome.CHECKED);
                case RETURN_ASKED -> birth.with(Outcome.RETURNED);
                case ARBITRATION -> birth.with(Outcome.ARBITRATED);
                case REPORTED, ACCEPTED, DISPATCHED, HANDLING, DONE, VERIFIED, CLOSED, DECLINED, MERGED, WITHDRAWN ->
                    birth;
            };
        return switch (course) {
            case ON_TIME, SOON -> birth;
            case LATE -> birth.with(Outcome.LATE);
            case SUSPENDED -> birth.with(Outcome.SUSPENDED);
            case EXTENSION_ASKED -> birth.with(Outcome.EXTENDED);
            case REWORKED -> birth.with(Outcome.REWORKED);
            case ASSISTED -> birth.with(Outcome.ASSISTED);
        };
    }

    /** How far back such a matter may have come in. */
    private static Duration window(OpenCases row, Channel channel) {
        boolean slow = channel == Channel.HOTLINE;
        return switch (row.state()) {
            case REPORTED -> Duration.ofMinutes(25);
            case CHECKING -> Duration.ofMinutes(150);
            case ACCEPTED -> Duration.ofMinutes(60);
            case DISPATCHED, RETURN_ASKED -> Duration.ofHours(20);
            case ARBITRATION -> Duration.ofHours(60);
            case DONE, VERIFIED -> slow ? Duration.ofDays(16) : Duration.ofDays(3);
            case HANDLING, CLOSED, DECLINED, MERGED, WITHDRAWN -> slow ? Duration.ofDays(26) : Duration.ofDays(12);
        };
    }
}

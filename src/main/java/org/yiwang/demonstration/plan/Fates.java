package org.yiwang.demonstration.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.ClockName;
import org.yiwang.demonstration.plan.YearPlan.ChannelPlan;
import org.yiwang.worktime.LimitUnit;
import org.yiwang.worktime.WorkCalendar;

/** Deals out what becomes of the year's matters: exactly as many of each outcome as the file says, among those it can happen to. */
final class Fates {
    private static final int SETTLING_DAYS = 40;
    private static final Duration JOIN_AFTER = Duration.ofMinutes(8);
    private static final Duration JOIN_WITHIN = Duration.ofHours(6);

    private final YearPlan year;
    private final Predicate<String> isQuestion;
    private final List<Birth> births;
    private final Instant settled;

    /** @param births of all channels; changed in place */
    Fates(YearPlan year, Predicate<String> isQuestion, List<Birth> births) {
        this.year = year;
        this.isQuestion = isQuestion;
        this.births = births;
        this.settled = year.opening().minus(Duration.ofDays(SETTLING_DAYS));
    }

    void deal() {
        Map<LocalDate, List<Integer>> byDay = new HashMap<>();
        for (int i = 0; i < births.size(); i++)
            byDay.computeIfAbsent(day(births.get(i)), d -> new ArrayList<>()).add(i);
        year.channels().forEach((channel, plan) -> join(channel, plan, byDay));
        year.channels().forEach(this::deal);
    }

    private void deal(Channel channel, ChannelPlan plan) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome == Outcome.MERGED) continue;
            deal(channel, outcome, plan.outcomes().getOrDefault(outcome, 0), birth -> suits(birth, outcome));
        }
        if (plan.contact() == null) return;
        Predicate<Birth> plain = birth -> isHandled(birth)
                && hasNoCourse(birth)
                && birth.category().limit(ClockName.HANDLE).orElseThrow().amount() > 1;
        contact(channel, Birth.FirstContact.LATE, plan.contact().late(), plain.and(b -> b.at().isBefore(settled)));
        contact(channel, Birth.FirstContact.TRIES, plan.contact().tries(), plain);
    }

    private boolean suits(Birth birth, Outcome outcome) {
        boolean held = birth.heldUntil() != null;
        boolean urgent = birth.category().urgent();
        boolean fresh = birth.fate().isEmpty() && !held && !urgent;
        return switch (outcome) {
            case DECLINED, WITHDRAWN -> fresh;
            case SELF_HANDLED -> fresh && birth.category().selfHandle();
            case CHECKED ->
                !urgent
                        && !held
                        && isVisible(birth)
                        && !birth.has(Outcome.WITHDRAWN)
                        && !birth.has(Outcome.MERGED)
                        && !birth.has(Outcome.SELF_HANDLED);
            case RETURNED,
                    RETURN_REFUSED,
                    RETURNED_TWICE,
                    ARBITRATED,
                    EXTENDED,
                    EXTENSION_REFUSED,
                    SUSPENDED,
                    CLAIM_LATE -> isHandled(birth) && hasNoCourse(birth) && !urgent && !held;
            case LATE -> isHandled(birth) && hasNoCourse(birth) && !held;
            case SPLIT -> isHandled(birth) && hasNoCourse(birth) && !urgent && !held && isByDay(birth);
            case ASSISTED -> isHandled(birth) && isVisible(birth);
            case REWORKED, REOPENED -> isHandled(birth);
            case MERGED -> false;
        };
    }

    /** Late births get no course that takes weeks: what is not in the living queue is closed when the demonstration opens. */
    private boolean isEarlyEnough(Birth birth, Outcome outcome) {
        return switch (outcome) {
            case DECLINED, WITHDRAWN, SELF_HANDLED, CHECKED, MERGED -> true;
            case RETURNED,
                    RETURN_REFUSED,
                    RETURNED_TWICE,
                    ARBITRATED,
                    EXTENDED,
                    EXTENSION_REFUSED,
                    SUSPENDED,
                    LATE,
                    CLAIM_LATE,
                    REWORKED,
                    ASSISTED,
                    REOPENED,
                    SPLIT -> birth.at().isBefore(settled);
        };
    }

    private void deal(Channel channel, Outcome outcome, int count, Predicate<Birth> suits) {
        List<Integer> able = able(channel, outcome.id(), suits.and(birth -> isEarlyEnough(birth, outcome)));
        require(channel, outcome.id(), count, able.size());
        for (int i : able.subList(0, count)) births.set(i, births.get(i).with(outcome));
    }

    private void contact(Channel channel, Birth.FirstContact contact, int count, Predicate<Birth> suits) {
        List<Integer> able =
                able(channel, contact.name(), suits.and(birth -> birth.firstContact() == Birth.FirstContact.REACHED));
        require(channel, "contact", count, able.size());
        for (int i : able.subList(0, count)) births.set(i, births.get(i).with(contact));
    }

    private List<Integer> able(Channel channel, String purpose, Predicate<Birth> suits) {
        List<Integer> able = new ArrayList<>();
        for (int i = 0; i < births.size(); i++) {
            Birth birth = births.get(i);
            if (birth.channel() == channel && suits.test(birth)) able.add(i);
        }
        return new Dice(year.seed(), "deal " + channel.id() + purpose, 0).shuffled(able);
    }

    /** Matters that join an earlier one of the same day. */
    private void join(Channel channel, ChannelPlan plan, Map<LocalDate, List<Integer>> byDay) {
        int wanted = plan.outcomes().getOrDefault(Outcome.MERGED, 0);
        int joined = 0;
        for (int i : able(channel, "merged", birth -> birth.fate().isEmpty())) {
            if (joined == wanted) return;
            if (join(i, byDay.getOrDefault(day(births.get(i)), List.of()))) joined++;
        }
        require(channel, Outcome.MERGED.id(), wanted, joined);
    }

    private boolean join(int late, List<Integer> sameDay) {
        Birth second = births.get(late);
        if (second.heldUntil() != null) return false;
        for (int i : new Dice(year.seed(), "join", second.number()).shuffled(sameDay)) {
            Birth first = births.get(i);
            if (i == late || !canBeJoined(first, second)) continue;
            births.set(late, second.joining(first));
            births.set(i, first.heldUntil(second.at().plus(Duration.ofMinutes(30))));
            return true;
        }
        return false;
    }

    private static boolean canBeJoined(Birth first, Birth second) {
        boolean alike = (first.category().kind() == Category.Kind.HOTLINE)
                == (second.category().kind() == Category.Kind.HOTLINE);
        Duration gap = Duration.between(first.at(), second.at());
        boolean inTime = gap.compareTo(JOIN_AFTER) > 0 && gap.compareTo(JOIN_WITHIN) < 0;
        boolean slow = first.category()
                .limit(ClockName.HANDLE)
                .map(limit -> limit.unit() == LimitUnit.WORKING_DAYS)
                .orElse(false);
        return alike && inTime && slow && first.fate().isEmpty();
    }

    private boolean isVisible(Birth birth) {
        return !isQuestion.test(birth.category().code());
    }

    private static boolean isHandled(Birth birth) {
        return birth.fate().stream().noneMatch(Outcome.ENDINGS::contains);
    }

    private static boolean hasNoCourse(Birth birth) {
        return birth.fate().stream().noneMatch(Outcome.COURSES::contains);
    }

    private static boolean isByDay(Birth birth) {
        int hour = birth.at().atZone(WorkCalendar.ZONE).getHour();
        return hour >= 8 && hour < 17;
    }

    private static LocalDate day(Birth birth) {
        return LocalDate.ofInstant(birth.at(), WorkCalendar.ZONE);
    }

    private static void require(Channel channel, String what, int wanted, int able) {
        if (able < wanted)
            throw new IllegalArgumentException(
                    "channels.%s.outcomes.%s: %d are wanted, but it can happen to %d cases only. Lower the count or add cases."
                            .formatted(channel.id(), what, wanted, able));
    }
}

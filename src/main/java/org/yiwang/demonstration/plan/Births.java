package org.yiwang.demonstration.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;
import org.yiwang.demonstration.plan.YearPlan.ChannelPlan;
import org.yiwang.demonstration.plan.YearPlan.SpecialDays;
import org.yiwang.worktime.DayKind;
import org.yiwang.worktime.WorkCalendar;

/** When, where and of what category matters come in: the year's counts shared out over months, days and hours. */
final class Births {
    /** On the last day nothing new but the living queue comes in after this hour. */
    private static final int LAST_HOUR = 8;

    private final Setting setting;
    private final Weights<String> committees;
    private int number;

    Births(Setting setting) {
        this.setting = setting;
        this.committees = new Weights<>(setting.year().committees());
    }

    /** So many matters of the channel, in no order. */
    List<Birth> of(Channel channel, ChannelPlan plan, int count) {
        List<LocalDate> days = LocalDate.of(setting.year().year(), 1, 1)
                .datesUntil(setting.year().lastDay().plusDays(1))
                .toList();
        int[] perMonth = Weights.apportion(
                count, plan.months().stream().mapToDouble(Double::doubleValue).toArray());
        List<Birth> births = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            int wanted = month;
            List<LocalDate> own =
                    days.stream().filter(day -> day.getMonthValue() == wanted).toList();
            double[] weights =
                    own.stream().mapToDouble(day -> weight(channel, plan, day)).toArray();
            int[] perDay = Weights.apportion(perMonth[month - 1], weights);
            for (int i = 0; i < own.size(); i++) day(channel, plan, own.get(i), perDay[i], births);
        }
        return births;
    }

    /** A matter of the channel at this moment. */
    Birth at(Channel channel, ChannelPlan plan, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, WorkCalendar.ZONE);
        int own = number++;
        Dice dice = new Dice(setting.year().seed(), "birth", own);
        return birth(own, channel, at, categories(plan, day), dice);
    }

    private void day(Channel channel, ChannelPlan plan, LocalDate day, int count, List<Birth> births) {
        Weights<String> categories = categories(plan, day);
        Weights<Integer> hours = hours(plan, day);
        for (int i = 0; i < count; i++) {
            int own = number++;
            Dice dice = new Dice(setting.year().seed(), "birth", own);
            Instant at = day.atTime(hours.pick(dice), dice.below(60), dice.below(60))
                    .atZone(WorkCalendar.ZONE)
                    .toInstant();
            births.add(birth(own, channel, at, categories, dice));
        }
    }

    private Birth birth(int own, Channel channel, Instant at, Weights<String> categories, Dice dice) {
        Category category = Objects.requireNonNull(setting.categories().get(categories.pick(dice)));
        Spot spot = setting.town().pick(setting.kindOf(category.code(), dice), committees.pick(dice), dice);
        return new Birth(own, channel, category, spot, at);
    }

    private double weight(Channel channel, ChannelPlan plan, LocalDate day) {
        double weight = plan.weekdays().get(day.getDayOfWeek().getValue() - 1);
        DayKind kind = setting.calendar().kind(day);
        if (kind == DayKind.HOLIDAY) weight = plan.holiday() * plan.weekdays().get(DayOfWeek.SUNDAY.getValue() - 1);
        if (kind == DayKind.MAKE_UP) weight = plan.weekdays().getFirst();
        for (SpecialDays special : setting.year().days()) {
            if (special.cases() != null && special.covers(day))
                weight *= special.cases().getOrDefault(channel, 1.0);
        }
        return day.equals(setting.year().lastDay()) ? weight * early(plan) : weight;
    }

    private static double early(ChannelPlan plan) {
        double all = plan.hours().stream().mapToDouble(Double::doubleValue).sum();
        return plan.hours().subList(0, LAST_HOUR).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                / all;
    }

    private Weights<Integer> hours(ChannelPlan plan, LocalDate day) {
        int end = day.equals(setting.year().lastDay()) ? LAST_HOUR : 24;
        Map<Integer, Double> weights = new LinkedHashMap<>();
        for (int hour = 0; hour < end; hour++) weights.put(hour, plan.hours().get(hour));
        return new Weights<>(weights);
    }

    private Weights<String> categories(ChannelPlan plan, LocalDate day) {
        Map<String, Double> weights = new LinkedHashMap<>(plan.categories());
        for (SpecialDays special : setting.year().days()) {
            Map<String, Double> factors = special.categories();
            if (factors != null && special.covers(day))
                weights.replaceAll((code, weight) -> weight * factors.getOrDefault(code, 1.0));
        }
        return new Weights<>(weights);
    }
}

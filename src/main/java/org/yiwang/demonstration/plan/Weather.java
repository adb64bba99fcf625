package org.yiwang.demonstration.plan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Season, sky and hour as the tags that texts ask for. */
final class Weather {
    private final YearPlan plan;

    Weather(YearPlan plan) {
        this.plan = plan;
    }

    Set<String> tags(LocalDateTime when) {
        Set<String> tags = new TreeSet<>();
        LocalDate day = when.toLocalDate();
        tags.add(season(day));
        tags.add(partOfDay(when.getHour()));
        if (day.getDayOfWeek().getValue() > 5) tags.add("weekend");
        List<YearPlan.Sky> skies = plan.weather();
        for (int i = 0; i < skies.size(); i++)
            if (shows(skies.get(i), i, day)) tags.add(skies.get(i).tag());
        for (YearPlan.SpecialDays special : plan.days())
            if (special.tag() != null && special.covers(day)) tags.add(special.tag());
        if (!tags.contains("rain") && !tags.contains("typhoon")) tags.add("fine");
        return tags;
    }

    private boolean shows(YearPlan.Sky sky, int row, LocalDate day) {
        boolean covered = !day.isBefore(sky.from()) && !day.isAfter(sky.to());
        return covered && new Dice(plan.seed(), "sky" + row, day.toEpochDay()).below(100) < sky.share();
    }

    private static String season(LocalDate day) {
        MonthDay at = MonthDay.from(day);
        if (at.isBefore(MonthDay.of(3, 10))) return "winter";
        if (at.isBefore(MonthDay.of(5, 25))) return "spring";
        if (at.isBefore(MonthDay.of(9, 25))) return "summer";
        return at.isBefore(MonthDay.of(11, 30)) ? "autumn" : "winter";
    }

    private static String partOfDay(int hour) {
        if (hour < 6 || hour >= 20) return "night";
        if (hour < 11) return "morning";
        if (hour < 14) return "noon";
        return hour < 17 ? "day" : "evening";
    }
}

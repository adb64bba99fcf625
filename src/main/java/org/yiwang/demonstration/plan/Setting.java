package org.yiwang.demonstration.plan;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Procedure;
import org.yiwang.worktime.WorkCalendar;

/** Where the year takes place: its file, calendar, categories, places, people, words, drawings and weather. */
record Setting(
        YearPlan year,
        WorkCalendar calendar,
        Map<String, Category> categories,
        Map<String, Procedure> procedures,
        Town town,
        Cast cast,
        TextBook book,
        Album album,
        Weather weather) {

    Set<String> tags(Instant at) {
        return weather.tags(LocalDateTime.ofInstant(at, WorkCalendar.ZONE));
    }

    /** Whether it is a question, which nobody can go and look at. */
    boolean isQuestion(String category) {
        return book.about(category).place().equals("ask");
    }

    Spot.Kind kindOf(String category, Dice dice) {
        return switch (book.about(category).place()) {
            case "building" -> Spot.Kind.BUILDING;
            case "estate" -> Spot.Kind.ESTATE;
            case "street" -> Spot.Kind.STREET;
            case "river" -> Spot.Kind.RIVER;
            case "park" -> Spot.Kind.PARK;
            case "home" -> dice.chance(0.7) ? Spot.Kind.BUILDING : Spot.Kind.ESTATE;
            case "ask" -> Spot.Kind.BUILDING;
            case String other ->
                throw new IllegalArgumentException(
                        "Category %s happens at \"%s\". Known: building, estate, street, river, park, home, ask."
                                .formatted(category, other));
        };
    }
}

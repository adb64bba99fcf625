package org.yiwang.demonstration.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.lists.model.Step;
import org.yiwang.worktime.WorkCalendar;

/** What the items of the year's lists ask, and when which step is taken with each: what is stated is exact, the days are spread by chance. */
public final class PlannedLists {
    private static final int DAYS_MIN = 8;
    private static final int DAYS_MAX = 24;
    private static final double REPORTED = 0.6;

    /** Who takes a step. */
    public enum By {
        UNIT,
        SUPERVISOR
    }

    /** @param day asked for with the step, where it asks for one */
    public record Deed(
            LocalDate on,
            Step step,
            By by,
            String note,
            @Nullable LocalDate day) {}

    public record PlannedItem(ListBook.Entry entry, String title, LocalDate given, LocalDate due, List<Deed> deeds) {}

    private final YearPlan year;
    private final ListBook book;
    private final WorkCalendar calendar;

    public PlannedLists(YearPlan year, ListBook book, WorkCalendar calendar) {
        this.year = year;
        this.book = book;
        this.calendar = calendar;
    }

    /** In the order in which they are given out. */
    public List<PlannedItem> of(YearPlan.Listed list) {
        Dice dice = new Dice(year.seed(), list.title(), 0);
        List<Fate> fates = dice.shuffled(fates(list));
        List<PlannedItem> items = new ArrayList<>();
        for (int i = 0; i < fates.size(); i++) items.add(item(list, fates.get(i), i, fates.size(), dice));
        items.sort(Comparator.comparing(PlannedItem::given));
        return items;
    }

    private enum Fate {
        DONE,
        BACK,
        EXTENDED,
        DROPPED,
        LATE,
        HANDED_IN,
        UNDER_WAY
    }

    private static List<Fate> fates(YearPlan.Listed list) {
        List<Fate> fates = new ArrayList<>();
        add(fates, Fate.BACK, list.sentBack());
        add(fates, Fate.EXTENDED, list.extended());
        add(fates, Fate.DONE, list.done() - list.sentBack() - list.extended());
        add(fates, Fate.DROPPED, list.dropped());
        add(fates, Fate.LATE, list.late());
        add(fates, Fate.HANDED_IN, list.handedIn());
        add(fates, Fate.UNDER_WAY, list.underWay());
        return fates;
    }

    private static void add(List<Fate> fates, Fate fate, int times) {
        for (int i = 0; i < times; i++) fates.add(fate);
    }

    private PlannedItem item(YearPlan.Listed list, Fate fate, int number, int all, Dice dice) {
        List<ListBook.Entry> entries = book.of(list.kind());
        ListBook.Entry entry = entries.get(number % entries.size());
        int days = dice.between(DAYS_MIN, DAYS_MAX);
        LocalDate given = calendar.workingDayFrom(given(list, fate, number, all, days));
        LocalDate due = calendar.workingDayFrom(
                switch (fate) {
                    case LATE -> year.lastDay().minusDays(dice.between(1, 4));
                    case UNDER_WAY, HANDED_IN -> year.lastDay().plusDays(dice.between(2, DAYS_MIN + 2));
                    case DONE, BACK, EXTENDED, DROPPED -> given.plusDays(days);
                });
        if (fate == Fate.LATE) while (!due.isBefore(year.lastDay())) due = earlier(due);
        String title =
                number < entries.size() ? entry.title() : entry.title() + "（" + (number / entries.size() + 1) + "）";
        return new PlannedItem(entry, title, given, due, deeds(fate, given, due, dice));
    }

    /** What is over was given out so early that it could be; what is still under way, not long ago. */
    private LocalDate given(YearPlan.Listed list, Fate fate, int number, int all, int days) {
        LocalDate end = list.to() == null || list.to().isAfter(year.lastDay()) ? year.lastDay() : list.to();
        return switch (fate) {
            case DONE, BACK, EXTENDED, DROPPED -> {
                long span = Math.max(1, ChronoUnit.DAYS.between(list.from(), end.minusDays(2L * DAYS_MAX)));
                yield list.from().plusDays(span * number / all);
            }
            case LATE, HANDED_IN, UNDER_WAY -> year.lastDay().minusDays(days);
        };
    }

    private List<Deed> deeds(Fate fate, LocalDate given, LocalDate due, Dice dice) {
        List<Deed> deeds = new ArrayList<>();
        LocalDate accepted = next(given);
        LocalDate half = next(accepted);
        if (fate == Fate.DROPPED) return List.of(deed(half, Step.DROP, By.SUPERVISOR, book.drop()));
        deeds.add(deed(accepted, Step.ACCEPT, By.UNIT, ""));
        if (dice.chance(REPORTED)) deeds.add(deed(half, Step.REPORT, By.UNIT, dice.pick(book.with())));
        LocalDate before = earlier(due);
        switch (fate) {
            case UNDER_WAY, DROPPED -> {}
            case LATE -> deeds.add(deed(next(due), Step.CHASE, By.SUPERVISOR, dice.pick(book.chase())));
            case HANDED_IN -> deeds.add(deed(earlier(year.lastDay()), Step.HAND_IN, By.UNIT, dice.pick(book.by())));
            case DONE -> finish(deeds, before, dice);
            case BACK -> {
                deeds.add(deed(earlier(before), Step.HAND_IN, By.UNIT, dice.pick(book.by())));
                deeds.add(deed(before, Step.SEND_BACK, By.SUPERVISOR, dice.pick(book.back())));
                finish(deeds, due, dice);
            }
            case EXTENDED -> {
                LocalDate later = calendar.workingDayFrom(due.plusDays(DAYS_MIN));
                deeds.add(new Deed(before, Step.ASK_TIME, By.UNIT, dice.pick(book.more()), later));
                deeds.add(deed(due, Step.GRANT_TIME, By.SUPERVISOR, ""));
                finish(deeds, later, dice);
            }
        }
        return deeds;
    }

    private void finish(List<Deed> deeds, LocalDate on, Dice dice) {
        deeds.add(deed(on, Step.HAND_IN, By.UNIT, dice.pick(book.by())));
        deeds.add(deed(next(on), Step.VERIFY, By.SUPERVISOR, ""));
    }

    private static Deed deed(LocalDate on, Step step, By by, String note) {
        return new Deed(on, step, by, note, null);
    }

    private LocalDate next(LocalDate day) {
        return calendar.workingDayFrom(day.plusDays(1));
    }

    private LocalDate earlier(LocalDate from) {
        LocalDate day = from.minusDays(1);
        while (!calendar.kind(day).isWorking()) day = day.minusDays(1);
        return day;
    }
}

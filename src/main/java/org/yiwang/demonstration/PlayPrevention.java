package org.yiwang.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.Attachments;
import org.yiwang.attachment.Uploader;
import org.yiwang.demonstration.drawing.Drawing;
import org.yiwang.demonstration.plan.Scenes;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.demonstration.plan.YearPlan.Gathering;
import org.yiwang.demonstration.plan.YearPlan.PlannedTask;
import org.yiwang.demonstration.plan.YearPlan.Prevention;
import org.yiwang.insight.AnalyseNight;
import org.yiwang.insight.EvaluateTasks;
import org.yiwang.insight.PlayTasks;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;

/** Has the year's nights analysed and its prevention tasks proposed, carried out and evaluated, each at its time. */
@Component
class PlayPrevention {
    private static final int LAST_NIGHTS = 7;
    private static final int LIMIT_DAYS = 10;

    private final AnalyseNight analyse;
    private final EvaluateTasks evaluate;
    private final PlayTasks tasks;
    private final Attachments attachments;
    private final People people;

    PlayPrevention(
            AnalyseNight analyse, EvaluateTasks evaluate, PlayTasks tasks, Attachments attachments, People people) {
        this.analyse = analyse;
        this.evaluate = evaluate;
        this.tasks = tasks;
        this.attachments = attachments;
        this.people = people;
    }

    private record Deed(LocalDate day, Runnable act) {}

    void play(Tenant tenant, YearPlan year) {
        Prevention prevention = year.prevention();
        if (prevention == null) return;
        List<Deed> deeds = new ArrayList<>();
        for (PlannedTask task : prevention.tasks()) deeds(tenant, prevention, task, year.lastDay(), deeds);
        deeds.sort(Comparator.comparing(Deed::day));
        analyse.nights(
                tenant,
                nights(prevention.since(), year.lastDay()),
                day -> at(day.plusDays(1), 2),
                day -> doUntil(deeds, day));
        doUntil(deeds, year.lastDay());
    }

    /** Sundays, and each of the last nights. */
    private static List<LocalDate> nights(LocalDate since, LocalDate last) {
        TreeSet<LocalDate> nights = new TreeSet<>();
        for (LocalDate day = since.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                day.isBefore(last);
                day = day.plusWeeks(1)) nights.add(day);
        for (int back = 1; back <= LAST_NIGHTS; back++) nights.add(last.minusDays(back));
        return List.copyOf(nights);
    }

    private static void doUntil(List<Deed> deeds, LocalDate day) {
        while (!deeds.isEmpty() && !deeds.getFirst().day().isAfter(day))
            deeds.removeFirst().act().run();
    }

    private void deeds(Tenant tenant, Prevention prevention, PlannedTask planned, LocalDate last, List<Deed> deeds) {
        Gathering gathering = prevention.gatherings().stream()
                .filter(one -> one.name().equals(planned.gathering()))
                .findFirst()
                .orElseThrow();
        Staff proposer = staff(tenant, planned.proposer());
        Staff owner = staff(tenant, planned.owner());
        String key = planned.hypothesis();
        add(
                deeds,
                planned.proposed(),
                last,
                () -> tasks.propose(
                        proposer,
                        new PlayTasks.Wanted(
                                gathering.categories().getFirst(),
                                planned.hypothesis(),
                                planned.measure(),
                                owner.unit().value(),
                                LIMIT_DAYS,
                                planned.evaluated()),
                        at(planned.proposed(), 10)));
        add(
                deeds,
                planned.proposed(),
                last,
                () -> tasks.act(owner, key, "accept", "", List.of(), at(planned.proposed(), 15)));
        add(deeds, planned.begun(), last, () -> tasks.act(owner, key, "begin", "", List.of(), at(planned.begun(), 9)));
        add(
                deeds,
                planned.reported(),
                last,
                () -> tasks.act(
                        owner,
                        key,
                        "report",
                        planned.note(),
                        List.of(photo(tenant, owner, gathering)),
                        at(planned.reported(), 16)));
        add(
                deeds,
                planned.evaluated(),
                last,
                () -> evaluate.due(tenant, planned.evaluated(), at(planned.evaluated(), 3)));
    }

    private static void add(List<Deed> deeds, LocalDate day, LocalDate last, Runnable act) {
        if (day.isBefore(last)) deeds.add(new Deed(day, act));
    }

    private UUID photo(Tenant tenant, Staff owner, Gathering gathering) {
        try {
            return attachments
                    .add(
                            tenant,
                            Uploader.of(owner),
                            "measure.jpg",
                            Drawing.jpeg(Scenes.of(gathering.categories().getFirst()), true, 0))
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Staff staff(Tenant tenant, String login) {
        return people.ofLogin(tenant, login)
                .orElseThrow(() -> new IllegalStateException("Nobody signs in as " + login
                        + ". Name somebody of examples/daqiao/organisation.yaml in the prevention tasks of the year."));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(WorkCalendar.ZONE).toInstant();
    }
}

package org.yiwang.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.Attachments;
import org.yiwang.attachment.Uploader;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.demonstration.plan.YearPlan.FileDeed;
import org.yiwang.demonstration.plan.YearPlan.PlannedFile;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.programme.ActOnProgramme;
import org.yiwang.programme.PlayProgramme;
import org.yiwang.programme.model.Verdict;
import org.yiwang.worktime.WorkCalendar;

/** Plays the files that the year tells of, each deed as the people concerned did it and at its time. */
@Component
class PlayFiles {
    private static final int MORNING = 9;

    private final PlayProgramme played;
    private final ActOnProgramme act;
    private final Attachments attachments;
    private final People people;

    PlayFiles(PlayProgramme played, ActOnProgramme act, Attachments attachments, People people) {
        this.played = played;
        this.act = act;
        this.attachments = attachments;
        this.people = people;
    }

    /** Files that an earlier loading began are gone on with where it stopped. */
    void play(Tenant tenant, YearPlan year) {
        for (PlannedFile file : Objects.requireNonNullElse(year.files(), List.<PlannedFile>of()))
            if (file.opened().isBefore(year.lastDay())) play(tenant, year, file);
    }

    private void play(Tenant tenant, YearPlan year, PlannedFile file) {
        Staff owner = staff(tenant, file.by());
        Map<String, String> given = new TreeMap<>(file.given());
        String title = Objects.requireNonNull(given.get("name"), "A file of the year has no name");
        String[] kind = file.kind().split("/", -1);
        UUID id = played.open(owner, kind[0], kind[1], title, file.about(), at(file.opened(), 0));
        int done = played.deeds(owner, id, at(file.opened(), 0));
        played.write(owner, id, file.about(), lists(given), at(file.opened(), 1));
        int hour = 1;
        for (FileDeed deed : file.deeds()) {
            Map<String, String> rewrite = deed.rewrite();
            if (rewrite != null) given.putAll(rewrite);
            hour = hour % 7 + 1;
            if (deed.on().isAfter(year.lastDay())) return;
            if (rewrite == null && done-- > 0) continue;
            if (rewrite != null) played.write(owner, id, file.about(), lists(given), at(deed.on(), hour));
            else act(staff(tenant, deed.by()), id, title, deed, at(deed.on(), hour));
        }
    }

    private void act(Staff who, UUID id, String title, FileDeed deed, Instant at) {
        String note = Objects.requireNonNullElse(deed.note(), "");
        if (deed.paper() != null) {
            String says = Objects.requireNonNullElse(deed.says(), title);
            String name = says.lines().findFirst().orElse(title);
            UUID paper = attachments
                    .add(who.tenant(), Uploader.of(who), name + ".pdf", MadeUpPaper.pdf(name, says))
                    .id();
            act.addPaper(who, id, deed.paper(), paper, at);
        } else if (deed.verdict() != null) {
            Verdict verdict = Verdict.of(deed.verdict())
                    .orElseThrow(() -> new IllegalStateException("There is no verdict " + deed.verdict()));
            act.giveOpinion(who, id, verdict, note, Objects.requireNonNullElse(deed.conditions(), ""), at);
        } else {
            played.step(who, id, Objects.requireNonNull(deed.step()), note, lists(deed.answers()), at);
        }
    }

    private static Map<String, List<String>> lists(@Nullable Map<String, String> texts) {
        Map<String, List<String>> lists = new TreeMap<>();
        if (texts != null) texts.forEach((field, text) -> lists.put(field, List.of(text)));
        return lists;
    }

    private Staff staff(Tenant tenant, String login) {
        return people.ofLogin(tenant, login)
                .orElseThrow(() -> new IllegalStateException("Nobody signs in as " + login
                        + ". Name somebody of examples/daqiao/organisation.yaml in the files of the year."));
    }

    private static Instant at(LocalDate day, int hours) {
        return day.atTime(MORNING + hours, 20).atZone(WorkCalendar.ZONE).toInstant();
    }
}

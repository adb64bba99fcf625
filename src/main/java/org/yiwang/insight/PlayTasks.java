package org.yiwang.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.yiwang.insight.ProposeTask.NewTask;
import org.yiwang.insight.model.ContinueFindings;
import org.yiwang.insight.model.Finding;
import org.yiwang.insight.model.Kind;
import org.yiwang.insight.model.Task;
import org.yiwang.insight.store.FindingStore;
import org.yiwang.organisation.Staff;
import org.yiwang.worktime.WorkCalendar;

/** Prevention tasks of a past that is played, step by step as people took them; a playing that was cut off goes on where it stopped. */
@Service
public class PlayTasks {
    private static final int LIST_MAX = 200;

    private final FindingStore findings;
    private final ViewTasks view;
    private final ProposeTask propose;
    private final ActOnTask act;

    PlayTasks(FindingStore findings, ViewTasks view, ProposeTask propose, ActOnTask act) {
        this.findings = findings;
        this.view = view;
        this.propose = propose;
        this.act = act;
    }

    /** @param hypothesis tells one task from another */
    public record Wanted(
            String category, String hypothesis, String measure, String unit, int limitDays, LocalDate evaluateOn) {}

    /**
     * From the largest cluster of the category that the analysis knows by then.
     *
     * @throws IllegalStateException when it knows none
     */
    public void propose(Staff staff, Wanted wanted, Instant at) {
        if (known(staff, wanted.hypothesis()).isPresent()) return;
        LocalDate day = LocalDate.ofInstant(at, WorkCalendar.ZONE);
        Finding finding =
                findings.list(staff, day.minusDays(ContinueFindings.APART_DAYS), false, ViewFindings.LIST_MAX).stream()
                        .filter(one -> one.found().category().equals(wanted.category()))
                        .filter(one -> one.found().kind() == Kind.HOT_SPOT
                                || one.found().kind() == Kind.BURST)
                        .max(Comparator.comparingInt(one -> one.found().observed()))
                        .orElseThrow(() -> new IllegalStateException(
                                "By %s the analysis has found no cluster of %s, so that “%s” has nothing to be about."
                                        .formatted(day, wanted.category(), wanted.hypothesis())));
        List<String> cells = finding.found().cells();
        propose.propose(
                staff,
                new NewTask(
                        finding.id(),
                        wanted.hypothesis(),
                        wanted.measure(),
                        wanted.unit(),
                        null,
                        wanted.limitDays(),
                        wanted.evaluateOn(),
                        cells,
                        propose.comparison(staff, finding.id(), cells, day)),
                at);
    }

    /** Nothing where the step was taken already. */
    public void act(Staff staff, String hypothesis, String action, String note, List<UUID> photos, Instant at) {
        Task task = known(staff, hypothesis)
                .orElseThrow(() -> new IllegalStateException("Nobody proposed “%s”".formatted(hypothesis)));
        boolean isTaken =
                view.steps(staff, task).stream().anyMatch(step -> step.action().equals(action));
        if (!isTaken) act.act(staff, task.id(), action, task.seq(), note, photos, at);
    }

    private Optional<Task> known(Staff staff, String hypothesis) {
        return view.list(staff, false, LIST_MAX).stream()
                .filter(task -> task.hypothesis().equals(hypothesis))
                .findFirst();
    }
}

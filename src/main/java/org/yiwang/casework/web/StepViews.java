package org.yiwang.casework.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.HandlingStep;
import org.yiwang.casework.model.Procedure;
import org.yiwang.casework.model.StepTaken;
import org.yiwang.casework.model.StepTrack;

/** Draws up the steps of a case's handling. */
@Component
class StepViews {
    private final CatalogueStore catalogue;

    StepViews(CatalogueStore catalogue) {
        this.catalogue = catalogue;
    }

    List<StepView> of(CaseFile file, Instant now) {
        Procedure type = catalogue
                .of(file.tenant())
                .procedure(file.category(), file.notes().edition());
        StepTrack track =
                StepTrack.of(type, file, catalogue.decide(file.tenant()).reckoning());
        return track.steps().stream().map(standing -> view(standing, now)).toList();
    }

    private static StepView view(StepTrack.Standing standing, Instant now) {
        HandlingStep step = standing.step();
        Instant due = standing.dueAt();
        return new StepView(
                step.id(),
                step.name().zh(),
                step.name().en(),
                standing.state(),
                step.form().view(),
                step.photos(),
                step.within(),
                due,
                due != null && now.isAfter(due),
                taken(step, standing.taken()));
    }

    private static StepView.@Nullable Taken taken(HandlingStep step, @Nullable StepTaken taken) {
        return taken == null
                ? null
                : new StepView.Taken(
                        taken.at(),
                        taken.by(),
                        AnswerViews.of(step.form(), taken.answers()),
                        taken.photos(),
                        taken.note());
    }
}

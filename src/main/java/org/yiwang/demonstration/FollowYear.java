package org.yiwang.demonstration;

import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.hotline.EnterPastOrders;
import org.yiwang.platform.Tenant;

/** What the year's cases led to beside them: the upper platform's orders, the scores of the months, the lists, what was
 * prevented, what was tried, the files that went from stage to stage. */
@Component
class FollowYear {
    private final EnterPastOrders orders;
    private final EnterScores scores;
    private final PlayLists lists;
    private final PlayPrevention prevention;
    private final PlayTrial trial;
    private final PlayFiles files;

    FollowYear(
            EnterPastOrders orders,
            EnterScores scores,
            PlayLists lists,
            PlayPrevention prevention,
            PlayTrial trial,
            PlayFiles files) {
        this.orders = orders;
        this.scores = scores;
        this.lists = lists;
        this.prevention = prevention;
        this.trial = trial;
        this.files = files;
    }

    /** May come again after a loading that was cut off; what is there already stays as it is. */
    void enter(Tenant tenant, YearPlan year, Path texts) {
        YearPlan.Orders given = year.orders();
        if (given != null) orders.enter(tenant, given::kind);
        scores.enter(tenant, year);
        lists.play(tenant, year, texts);
        prevention.play(tenant, year);
        trial.play(tenant, year);
        files.play(tenant, year);
    }
}

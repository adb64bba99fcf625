package org.yiwang.hotline;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseNotes;
import org.yiwang.casework.model.Stage;
import org.yiwang.hotline.model.OrderRow;
import org.yiwang.hotline.store.OrderStore;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;

/** Gives a matter that somebody was not satisfied with to the same unit once more (二次办理), in the shorter time of a second handling. */
@Service
public class HandleAgain {
    /** Of five stars. */
    static final int DISSATISFIED_MAX = 2;

    private final OrderStore orders;
    private final ActOnCase act;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HandleAgain(OrderStore orders, ActOnCase act, TransactionTemplate transaction, Clock clock) {
        this.orders = orders;
        this.act = act;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param note what is still wrong, in the words of whoever was visited */
    public void give(Staff staff, String no, @Nullable String note) {
        OrderRow order = orders.find(staff.tenant(), no)
                .orElseThrow(() -> Refusal.notFound("hotline.unknown-order", no).exception());
        Actor actor = Actor.staff(staff);
        CaseFile file = act.visible(staff.tenant(), order.nowCase(), actor).file();
        UnitId lead = file.lead();
        if (file.stage() != Stage.CLOSED || lead == null || !isDissatisfied(file, order))
            throw Refusal.conflict("hotline.not-dissatisfied").exception();
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            ActionInput reopen =
                    new ActionInput.Builder().reason("unsatisfied").note(note).build();
            act.act(staff.tenant(), new ActOnCase.Request(file.id(), "reopen", reopen, file.seq(), null), actor, now);
            ActionInput dispatch =
                    new ActionInput.Builder().unit(lead).note("二次办理").build();
            act.act(staff.tenant(), ActOnCase.Request.of(file.id(), "dispatch", dispatch), actor, now);
        });
    }

    /** The caller of this order, where several complain of one matter. */
    private static boolean isDissatisfied(CaseFile file, OrderRow order) {
        return file.notes().visits().stream()
                .filter(visit -> file.closedAt() != null && !visit.at().isBefore(file.closedAt()))
                .filter(visit -> visit.report() == null || visit.report().equals(order.report()))
                .map(CaseNotes.Visit::satisfaction)
                .anyMatch(stars -> stars != null && stars <= DISSATISFIED_MAX);
    }
}

package org.yiwang.hotline;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.ReportStore;
import org.yiwang.casework.Telephone;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.hotline.model.CallResult;
import org.yiwang.hotline.model.OrderRow;
import org.yiwang.hotline.store.CallStore;
import org.yiwang.hotline.store.CallStore.Call;
import org.yiwang.hotline.store.OrderStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;

/** Puts a call to a caller on record (先行联系), in one with the step of the case: who called whom when, and how it ended. */
@Service
public class RecordCall {
    private static final int NOTE_CHARACTERS_MAX = 500;

    private final ActOnCase act;
    private final OrderStore orders;
    private final ReportStore reporters;
    private final CallStore calls;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RecordCall(
            ActOnCase act,
            OrderStore orders,
            ReportStore reporters,
            CallStore calls,
            Ids ids,
            TransactionTemplate transaction,
            Clock clock) {
        this.act = act;
        this.orders = orders;
        this.reporters = reporters;
        this.calls = calls;
        this.ids = ids;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param key of the request, so that a call that is handed in twice counts once */
    public void record(
            Staff staff, UUID caseId, String no, CallResult result, @Nullable String note, @Nullable String key) {
        String words = note == null ? "" : note.strip();
        if (words.length() > NOTE_CHARACTERS_MAX)
            throw Refusal.invalid("note", "case.note-too-long", NOTE_CHARACTERS_MAX)
                    .exception();
        Actor actor = Actor.staff(staff);
        act.visible(staff.tenant(), caseId, actor);
        OrderRow order = orders.ofCase(staff.tenant(), caseId).stream()
                .filter(one -> one.no().equals(no) && one.report() != null)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("hotline.unknown-order", no).exception());
        UUID report = Objects.requireNonNull(order.report());
        ReportStore.Reporter reporter = reporters.of(staff.tenant(), caseId).get(report);
        String number = reporter == null ? null : Telephone.masked(reporter.phone());
        if (number == null) throw Refusal.conflict("hotline.no-number", no).exception();
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            ActionInput input = new ActionInput.Builder()
                    .reached(result == CallResult.REACHED)
                    .note(words.isEmpty() ? result.zh() : words)
                    .build();
            act.act(staff.tenant(), new ActOnCase.Request(caseId, "contact", input, null, key), actor, now);
            calls.add(
                    staff.tenant(),
                    new Call(ids.next(), no, caseId, report, staff.id(), staff.name(), now, number, result, words));
        });
    }
}

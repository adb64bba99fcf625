package org.yiwang.alarms.follow;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.alarms.AlarmNews;
import org.yiwang.alarms.store.CaseAlarmStore;
import org.yiwang.alarms.store.CaseAlarmStore.Link;
import org.yiwang.alarms.store.FindAlarms;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.alarms.store.RemarkStore;
import org.yiwang.attachment.Attachment;
import org.yiwang.attachment.Attachments;
import org.yiwang.attachment.Uploader;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;

/**
 * What somebody found at the place of an alarm, in a sentence and photos: kept with the alarm and in the history of its case. Photos belong to the case, so that whoever may see
 * it may see them; an alarm that has no case takes words alone.
 */
@Service
public class AnswerAlarm {
    public static final int PHOTOS_MAX = 6;

    private final FindAlarms alarms;
    private final RemarkStore remarks;
    private final CaseAlarmStore links;
    private final Attachments attachments;
    private final ActOnCase act;
    private final AlarmNews news;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final Clock clock;

    AnswerAlarm(
            FindAlarms alarms,
            RemarkStore remarks,
            CaseAlarmStore links,
            Attachments attachments,
            ActOnCase act,
            AlarmNews news,
            TransactionOperations transactions,
            Ids ids,
            Clock clock) {
        this.alarms = alarms;
        this.remarks = remarks;
        this.links = links;
        this.attachments = attachments;
        this.act = act;
        this.news = news;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    public void answer(Staff staff, String id, String words, List<UUID> photos) {
        String said = words.strip();
        if (said.isEmpty())
            throw Refusal.invalid("words", "alarms.words-missing").exception();
        if (photos.size() > PHOTOS_MAX)
            throw Refusal.invalid("photos", "attachment.too-many", PHOTOS_MAX).exception();
        transactions.executeWithoutResult(status -> {
            Alarm alarm = alarms.find(staff, id)
                    .orElseThrow(() -> Refusal.notFound("alarms.not-found").exception());
            UUID of = links.of(staff.tenant(), id).map(Link::caseId).orElse(null);
            if (of == null && !photos.isEmpty())
                throw Refusal.conflict("alarms.no-case-for-photos").exception();
            Instant now = clock.instant();
            List<Attachment> handedIn = attachments.check(staff.tenant(), photos, Uploader.of(staff));
            remarks.acknowledge(staff, id, now);
            remarks.add(staff, ids.next(), id, now, "answer", said, photos);
            if (of != null) {
                attachments.link(staff.tenant(), photos, "case", of);
                tellCase(staff, of, said, handedIn, now);
            }
            news.changed(staff.tenant(), alarm, "REMARK", now);
        });
    }

    /** In the person's own name where that person may write there; where nothing can be written any more, it stands with the alarm. */
    private void tellCase(Staff staff, UUID of, String said, List<Attachment> photos, Instant now) {
        List<Evidence> evidence = photos.stream()
                .map(one -> new Evidence(one.id(), EvidenceKind.OTHER, one.contentType(), one.name()))
                .toList();
        try {
            act.act(staff.tenant(), comment(of, "告警现场答复：" + said, evidence), Actor.staff(staff), now);
        } catch (RefusedException e) {
            if (e.refusal().kind() == Refusal.Kind.STALE) throw e;
            byAlarms(staff, of, said, evidence, now);
        }
    }

    private void byAlarms(Staff staff, UUID of, String said, List<Evidence> evidence, Instant now) {
        try {
            String words = staff.name() + " 告警现场答复：" + said;
            act.act(staff.tenant(), comment(of, words, evidence), TellCase.ALARMS, now);
        } catch (RefusedException e) {
            if (e.refusal().kind() == Refusal.Kind.STALE) throw e;
        }
    }

    private static ActOnCase.Request comment(UUID of, String words, List<Evidence> evidence) {
        return ActOnCase.Request.of(
                of,
                "comment",
                new ActionInput.Builder().note(words).evidence(evidence).build());
    }
}

package org.yiwang.alarms;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.EntryCodec;
import org.yiwang.alarms.store.FindAlarms;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.alarms.store.RemarkStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.sensing.AppendLog;
import org.yiwang.sensing.model.Note;

/** What people do about an alarm. To end it by hand is told to the log: the engine decides what that means for what comes next. */
@Service
public class HandleAlarm {
    private final FindAlarms alarms;
    private final RemarkStore remarks;
    private final AppendLog log;
    private final AlarmNews news;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final Clock clock;

    HandleAlarm(
            FindAlarms alarms,
            RemarkStore remarks,
            AppendLog log,
            AlarmNews news,
            TransactionOperations transactions,
            Ids ids,
            Clock clock) {
        this.alarms = alarms;
        this.remarks = remarks;
        this.log = log;
        this.news = news;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** What can be done. */
    public enum Act {
        /** Somebody has seen it and looks after it. */
        ACKNOWLEDGE(false),
        /** Somebody is on the way there, and has thereby seen it. */
        GO(false),
        COMMENT(true),
        /** It was right. */
        TRUE(false),
        /** Nothing was the matter; why, so that rule or device can be mended. */
        FALSE(true),
        /** It is over, whatever the device says. */
        END(true);

        private final boolean needsWords;

        Act(boolean needsWords) {
            this.needsWords = needsWords;
        }
    }

    /** Does it, with a reason where others need one. */
    public void act(Staff staff, String id, Act act, String words) {
        String said = words.strip();
        if (act.needsWords && said.isEmpty())
            throw Refusal.invalid("words", "alarms.words-missing").exception();
        transactions.executeWithoutResult(status -> {
            Alarm alarm = alarms.find(staff, id)
                    .orElseThrow(() -> Refusal.notFound("alarms.not-found").exception());
            Instant now = clock.instant();
            change(staff, alarm, act, now);
            remarks.add(staff, ids.next(), id, now, act.name().toLowerCase(Locale.ROOT), said, List.of());
            news.changed(staff.tenant(), alarm, "REMARK", now);
        });
    }

    private void change(Staff staff, Alarm alarm, Act act, Instant now) {
        switch (act) {
            case ACKNOWLEDGE -> {
                if (!remarks.acknowledge(staff, alarm.id(), now))
                    throw Refusal.conflict("alarms.is-acknowledged", String.valueOf(alarm.acknowledgedBy()))
                            .exception();
            }
            case GO -> remarks.acknowledge(staff, alarm.id(), now);
            case TRUE, FALSE -> remarks.judge(staff, alarm.id(), act == Act.TRUE);
            case END -> {
                if (alarm.clearedAt() != null)
                    throw Refusal.conflict("alarms.is-over").exception();
                log.note(
                        alarm.family(),
                        new Note(EntryCodec.write(
                                new Entry.Ended(alarm.family(), alarm.device(), alarm.rule(), alarm.episode()))));
            }
            case COMMENT -> {}
        }
    }
}

package org.yiwang.alarms;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.Outbox;

/** Lets the screens know that something about an alarm has changed. */
@Component
public class AlarmNews {
    private final Outbox outbox;
    private final Ids ids;

    AlarmNews(Outbox outbox, Ids ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * In the caller's transaction.
     *
     * @param what REMARK, CASE or TOLD
     */
    public void changed(Tenant tenant, Alarm alarm, String what, Instant now) {
        outbox.publish(
                tenant,
                AlarmFeed.TOPIC,
                ids.next(),
                new AlarmFeed.Changed(alarm.id(), what, alarm.committee(), alarm.area()),
                now);
    }
}

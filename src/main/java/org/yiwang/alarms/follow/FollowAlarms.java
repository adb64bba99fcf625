package org.yiwang.alarms.follow;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.escalation.Escalate;
import org.yiwang.alarms.store.FindAlarms;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.feed.FeedRow;
import org.yiwang.platform.feed.OutboxReaders;

/**
 * Follows the alarms through the outbox: what comes of them is stored together with how far it has come, so that a server which is killed in between neither doubles a case
 * nor loses one.
 */
@Service
public class FollowAlarms {
    private static final String READER = "alarm-cases";
    private static final String TOPIC = "alarm";

    private final OutboxReaders outbox;
    private final FindAlarms alarms;
    private final JoinCase join;
    private final TellCase tell;
    private final CallForVisit visit;
    private final Escalate escalate;
    private final Tenant tenant;

    FollowAlarms(
            OutboxReaders outbox,
            FindAlarms alarms,
            JoinCase join,
            TellCase tell,
            CallForVisit visit,
            Escalate escalate,
            @Value("${yiwang.tenant}") int tenant) {
        this.outbox = outbox;
        this.alarms = alarms;
        this.join = join;
        this.tell = tell;
        this.visit = visit;
        this.escalate = escalate;
        this.tenant = new Tenant(tenant);
    }

    /** Follows what has become of alarms since the last turn, in one transaction; then tells whoever is to be told by now. */
    public void turn() {
        outbox.read(tenant, READER, TOPIC, this::follow);
        escalate.turn(tenant);
    }

    private void follow(FeedRow row) {
        String what = row.payload().path("what").asString("");
        alarms.find(tenant, row.payload().path("id").asString("")).ifPresent(alarm -> follow(alarm, what));
    }

    private void follow(Alarm alarm, String what) {
        if (what.equals(Output.What.RAISED.name()) || what.equals(Output.What.WORSE.name())) {
            escalate.watch(tenant, alarm);
            join.join(tenant, alarm);
        }
        if (what.equals(Output.What.CLEARED.name())) tell.cleared(tenant, alarm);
        if (what.equals("REMARK")) {
            tell.judged(tenant, alarm);
            visit.judged(tenant, alarm);
        }
    }
}

package org.yiwang.hotline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.yiwang.hotline.model.Push;
import org.yiwang.hotline.store.PushStore;
import org.yiwang.platform.Tenant;

/** Tells the upper platform what is to be told, in order within each order, until it has said yes or for good no. */
@Service
class SendPushes {
    private static final Logger LOG = LoggerFactory.getLogger(SendPushes.class);
    private static final int BATCH_MAX = 50;
    private static final int ROUNDS_MAX = 100;

    private final PushStore pushes;
    private final Clock clock;

    SendPushes(PushStore pushes, Clock clock) {
        this.pushes = pushes;
        this.clock = clock;
    }

    /** Sends all that is due; answers how many have arrived. Stops at the first that the upper platform is not there for. */
    int turn(Tenant tenant, UpperPlatform upper) {
        int sent = 0;
        for (int i = 0; i < ROUNDS_MAX; i++) {
            List<Push> due = pushes.lease(tenant, BATCH_MAX, clock.instant());
            if (due.isEmpty()) return sent;
            for (Push push : due) if (send(tenant, upper, push)) sent++;
        }
        return sent;
    }

    private boolean send(Tenant tenant, UpperPlatform upper, Push push) {
        try {
            upper.tell(push);
            pushes.sent(tenant, push, clock.instant());
            return true;
        } catch (UpperPlatform.Unavailable e) {
            Instant now = clock.instant();
            String why = String.valueOf(e.getMessage());
            if (push.isGivenUp(now)) {
                LOG.warn("{} of order {} was given up: {}", push.act(), push.no(), why);
                pushes.givenUp(tenant, push, why, false, now);
            } else pushes.failed(tenant, push, why, push.next(now));
        } catch (UpperPlatform.Refused e) {
            LOG.warn("{} of order {} was refused above: {}", push.act(), push.no(), e.getMessage());
            pushes.givenUp(tenant, push, String.valueOf(e.getMessage()), true, clock.instant());
        }
        return false;
    }
}

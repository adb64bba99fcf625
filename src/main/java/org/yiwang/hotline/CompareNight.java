package org.yiwang.hotline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.hotline.model.CompareDay;
import org.yiwang.hotline.model.CompareDay.Difference;
import org.yiwang.hotline.model.Listed;
import org.yiwang.hotline.model.OrderRow;
import org.yiwang.hotline.model.Push;
import org.yiwang.hotline.store.NightStore;
import org.yiwang.hotline.store.OrderStore;
import org.yiwang.hotline.store.PushStore;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;

/**
 * Every night: compares the day's orders with the upper platform's list, repairs what it can and leaves the rest to a person. The upper platform being there,
 * what was given up because it was not is sent again.
 */
@Service
class CompareNight {
    private final OrderStore orders;
    private final PushStore pushes;
    private final NightStore nights;
    private final TakeOrder take;
    private final EnqueuePush push;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CompareNight(
            OrderStore orders,
            PushStore pushes,
            NightStore nights,
            TakeOrder take,
            EnqueuePush push,
            TransactionTemplate transaction,
            Clock clock) {
        this.orders = orders;
        this.pushes = pushes;
        this.nights = nights;
        this.take = take;
        this.push = push;
        this.transaction = transaction;
        this.clock = clock;
    }

    boolean isDone(Tenant tenant, LocalDate day) {
        return nights.isDone(tenant, day);
    }

    /** Compares a day; again as often as asked, each time with what is so now. */
    void run(Tenant tenant, UpperPlatform upper, LocalDate day) {
        Instant now = clock.instant();
        List<OrderRow> here = orders.received(
                tenant,
                day.atStartOfDay(WorkCalendar.ZONE).toInstant(),
                day.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant());
        List<Listed> above;
        try {
            above = upper.listed(day);
        } catch (UpperPlatform.Unavailable | UpperPlatform.Refused e) {
            nights.keep(tenant, day, now, here.size(), 0, 0, String.valueOf(e.getMessage()));
            throw e;
        }
        int again = pushes.againUnanswered(tenant, now);
        nights.keep(tenant, day, now, here.size(), above.size(), again, null);
        for (Difference difference : CompareDay.of(here, above))
            nights.add(tenant, day, difference, repair(tenant, upper, day, difference));
    }

    private String repair(Tenant tenant, UpperPlatform upper, LocalDate day, Difference difference) {
        return switch (difference.kind()) {
            case MISSING_HERE -> takeIn(tenant, upper, difference.no());
            case MISSING_ABOVE, UNKNOWN_STATUS -> "person";
            case STATUS_DIFFERS -> tellAgain(tenant, day, difference);
        };
    }

    private String takeIn(Tenant tenant, UpperPlatform upper, String no) {
        try {
            return take.take(tenant, upper.order(no).order(), true).isNew() ? "taken" : "person";
        } catch (RefusedException | UpperPlatform.Refused | UpperPlatform.Unavailable | ReadMessage.Wrong e) {
            return "person";
        }
    }

    /** What is on its way needs no second telling; what was told and is not known there is told once more; what was refused there holds up the rest. */
    private String tellAgain(Tenant tenant, LocalDate day, Difference difference) {
        Optional<Push.State> open = pushes.open(tenant, difference.no());
        if (open.isPresent()) return open.get() == Push.State.DEAD ? "person" : "under-way";
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> push.add(
                tenant,
                difference.no(),
                "night/" + day + "/" + now.getEpochSecond() + "/" + difference.no(),
                "status",
                Map.of("at", now.toString(), "status", String.valueOf(difference.here())),
                now));
        return "told";
    }
}

package org.yiwang.hotline;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.hotline.model.Message;
import org.yiwang.hotline.store.MessageStore;
import org.yiwang.hotline.store.MessageStore.State;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in the upper platform's messages one by one, each in a transaction with what follows from it and with how far we are. A message that comes again is
 * behind that mark; one that comes too early waits until those before it are here.
 */
@Service
class PullOrders {
    private static final int BATCHES_MAX = 20;
    private static final String STALE = "case.stale";

    private final TakeOrder take;
    private final HearReview reviews;
    private final MessageStore messages;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Clock clock;

    PullOrders(
            TakeOrder take,
            HearReview reviews,
            MessageStore messages,
            TransactionOperations transactions,
            JsonMapper json,
            Clock clock) {
        this.take = take;
        this.reviews = reviews;
        this.messages = messages;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Asks until there is nothing new; answers how many messages were taken in.
     *
     * @throws UpperPlatform.Unavailable when the upper platform cannot be reached; what was taken in until then stays
     */
    int turn(Tenant tenant, UpperPlatform upper) {
        int taken = 0;
        try {
            for (int i = 0; i < BATCHES_MAX; i++) {
                UpperPlatform.Batch batch =
                        upper.messages(messages.standing(tenant).seq());
                messages.asked(tenant, clock.instant(), null);
                int here = taken(tenant, batch.messages());
                taken += here;
                if (here == 0) {
                    gap(tenant, batch.messages());
                    return taken;
                }
            }
        } catch (UpperPlatform.Unavailable | UpperPlatform.Refused e) {
            messages.asked(tenant, clock.instant(), String.valueOf(e.getMessage()));
            throw e;
        }
        return taken;
    }

    /** The upper platform counts without gaps: what lies behind a gap waits, and a person can see that it does. */
    private void gap(Tenant tenant, List<Message> batch) {
        long next = messages.standing(tenant).seq() + 1;
        if (batch.stream().noneMatch(message -> message.seq() >= next)) return;
        if (batch.stream().noneMatch(message -> message.seq() == next))
            messages.asked(tenant, clock.instant(), "hotline.gap " + next);
    }

    private int taken(Tenant tenant, List<Message> batch) {
        int taken = 0;
        for (Message message :
                batch.stream().sorted(Comparator.comparingLong(Message::seq)).toList())
            if (take(tenant, message)) taken++;
        return taken;
    }

    /** Whether this message was the next one and has been taken in now. */
    private boolean take(Tenant tenant, Message message) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> taken(tenant, message)));
        } catch (RefusedException e) {
            if (e.refusal().code().equals(STALE)) throw e;
            return Boolean.TRUE.equals(transactions.execute(status -> putAside(tenant, message, why(e))));
        }
    }

    private boolean taken(Tenant tenant, Message message) {
        if (!messages.isNext(tenant, message.seq())) return false;
        switch (message) {
            case Message.Ordered ordered -> {
                boolean isNew = take.take(tenant, ordered.order(), true).isNew();
                keep(tenant, message, isNew ? State.TAKEN : State.REPEATED, null, null);
            }
            case Message.Unreadable strange -> keep(tenant, message, State.FAULTY, strange.why(), strange.raw());
            case Message.Supervised _, Message.ReturnReviewed _, Message.ExtensionReviewed _ -> {
                String trouble = reviews.hear(tenant, message);
                keep(tenant, message, trouble == null ? State.TAKEN : State.VOID, trouble, null);
            }
        }
        return true;
    }

    /** What cannot become a case is kept for a person and holds nothing up. */
    private boolean putAside(Tenant tenant, Message message, String why) {
        if (!messages.isNext(tenant, message.seq())) return false;
        String raw = message instanceof Message.Ordered ordered ? json.writeValueAsString(ordered.order()) : null;
        keep(tenant, message, State.FAULTY, why, raw);
        return true;
    }

    private void keep(Tenant tenant, Message message, State state, @Nullable String trouble, @Nullable String raw) {
        messages.keep(tenant, message, type(message), no(message), state, trouble, raw);
    }

    static String why(RefusedException e) {
        return e.refusal().code() + " " + e.refusal().arguments();
    }

    private static String type(Message message) {
        return switch (message) {
            case Message.Ordered _ -> "order";
            case Message.Supervised _ -> "supervision";
            case Message.ReturnReviewed _ -> "return-review";
            case Message.ExtensionReviewed _ -> "extension-review";
            case Message.Unreadable _ -> "unreadable";
        };
    }

    private static String no(Message message) {
        return switch (message) {
            case Message.Ordered ordered -> ordered.order().no();
            case Message.Supervised supervised -> supervised.no();
            case Message.ReturnReviewed reviewed -> reviewed.no();
            case Message.ExtensionReviewed reviewed -> reviewed.no();
            case Message.Unreadable strange -> strange.no();
        };
    }
}

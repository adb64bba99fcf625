package org.yiwang.hotline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.hotline.model.Message;
import org.yiwang.hotline.model.UpperOrder;
import org.yiwang.hotline.store.MessageStore;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes in a message that could not be taken in before, after whatever stood in the way has been put right. */
@Service
public class TakeAgain {
    private static final String SETTLED = "hotline.taken-later";

    private final MessageStore messages;
    private final TakeOrder take;
    private final HearReview reviews;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final ReadMessage read = new ReadMessage();

    TakeAgain(
            MessageStore messages,
            TakeOrder take,
            HearReview reviews,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.messages = messages;
        this.take = take;
        this.reviews = reviews;
        this.transaction = transaction;
        this.json = json;
    }

    /** @throws org.yiwang.platform.RefusedException when the same or something else still stands in the way */
    public void take(Tenant tenant, long seq) {
        transaction.executeWithoutResult(status -> {
            String raw = messages.raw(tenant, seq)
                    .orElseThrow(() -> Refusal.notFound("hotline.no-message").exception());
            JsonNode node = json.readTree(raw);
            // An order that could be read is kept as it was read, anything else as it came.
            if (node.has("words")) take.take(tenant, json.treeToValue(node, UpperOrder.class), true);
            else taken(tenant, read.message(node));
            messages.settle(tenant, seq, SETTLED);
        });
    }

    private void taken(Tenant tenant, Message message) {
        switch (message) {
            case Message.Ordered ordered -> take.take(tenant, ordered.order(), true);
            case Message.Unreadable strange ->
                throw Refusal.conflict("hotline.unreadable", strange.why()).exception();
            case Message.Supervised _, Message.ReturnReviewed _, Message.ExtensionReviewed _ ->
                reviews.hear(tenant, message);
        }
    }
}

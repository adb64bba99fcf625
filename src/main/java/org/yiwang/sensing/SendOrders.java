package org.yiwang.sensing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.gate.Ways;
import org.yiwang.sensing.model.DeviceOrder;
import org.yiwang.sensing.model.DeviceOrder.Next;
import org.yiwang.sensing.model.DeviceOrder.State;
import org.yiwang.sensing.model.Orders;
import org.yiwang.sensing.store.DeviceOrderStore;
import org.yiwang.sensing.store.DeviceOrderStore.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends what was decided, again where nobody answers, and finds the answers in the log. That it is sent is written down first: whoever is killed in between sends it once
 * more, with the same id. What may be forbidden is sent only when everything that the device and its family have said has been looked at.
 */
@Service
public class SendOrders {
    private static final Logger LOG = LoggerFactory.getLogger(SendOrders.class);
    private static final int ORDERS_MAX = 2_000;
    /** An answer that comes later than this is nobody's any more. */
    private static final Duration ANSWERED = Duration.ofMinutes(10);

    private final DeviceOrderStore store;
    private final AskDevices ask;
    private final Ways ways;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Clock clock;
    private final Tenant tenant;

    public SendOrders(
            DeviceOrderStore store,
            AskDevices ask,
            Ways ways,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            JsonMapper json,
            Clock clock,
            @Value("${yiwang.tenant}") int tenant) {
        this.store = store;
        this.ask = ask;
        this.ways = ways;
        this.events = events;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
        this.tenant = new Tenant(tenant);
    }

    /** Does what is due; answers how many orders were sent. */
    public synchronized int turn() {
        Instant now = clock.instant();
        store.answers(tenant, now.minus(ANSWERED)).forEach(answer -> hear(answer, now));
        int sent = 0;
        for (String id : store.due(tenant, now, ORDERS_MAX)) if (look(id, now)) sent++;
        return sent;
    }

    private void hear(Answer answer, Instant now) {
        State state = Orders.DONE.equals(answer.result()) ? State.DONE : State.REFUSED;
        transactions.executeWithoutResult(status -> {
            if (store.answer(tenant, answer, state))
                store.find(tenant, answer.order()).ifPresent(one -> tell(one, one.state(), now));
        });
    }

    /** Written down first, sent when that is durable. */
    private boolean look(String id, Instant now) {
        Optional<Runnable> send =
                transactions.execute(status -> store.hold(tenant, id).flatMap(one -> look(one, now)));
        if (send == null || send.isEmpty()) return false;
        send.get().run();
        return true;
    }

    private Optional<Runnable> look(DeviceOrder order, Instant now) {
        Optional<Consumer<byte[]>> way = ways.to(tenant, order.device());
        boolean isSafe = order.guard() == null || store.isCaughtUp(tenant, order.id());
        return switch (order.next(now, way.isPresent(), isSafe)) {
            case Next.Leave leave -> Optional.empty();
            case Next.Settle(State state) -> {
                store.settle(tenant, order.id(), state);
                tell(order, state, now);
                LOG.warn("Order {} to device {} is {}: nobody answered", order.kind(), order.device(), state);
                events.publishEvent(
                        new OrderUnanswered(tenant, order.id(), order.device(), order.kind(), order.alarm(), now));
                yield Optional.empty();
            }
            case Next.Send(int tryNumber, Instant again) -> {
                store.sent(tenant, order.id(), tryNumber, now, again);
                if (tryNumber == 1) tell(order, State.SENT, now);
                byte[] words = words(order, tryNumber);
                yield way.map(to -> () -> to.accept(words));
            }
        };
    }

    private void tell(DeviceOrder order, State state, Instant now) {
        ask.tell(tenant, order.id(), order.device(), order.alarm(), state, now);
    }

    private byte[] words(DeviceOrder order, int tryNumber) {
        ObjectNode words = json.createObjectNode();
        words.put("id", order.id())
                .put("device", order.device())
                .put("order", order.kind())
                .put("try", tryNumber)
                .put("at", order.decidedAt().toString())
                .put("expires", order.expiresAt().toString());
        words.set("with", json.readTree(order.arguments()));
        return json.writeValueAsString(words).getBytes(UTF_8);
    }
}

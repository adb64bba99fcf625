package org.yiwang.alarms;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.RuleSpec.Order;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.AskDevices;
import org.yiwang.sensing.model.OrderRequest;

/** Hands on what the engine asks of devices and takes back, in the transaction in which its words are kept. */
@Component
class OrdersOfAlarms {
    private final AskDevices ask;

    OrdersOfAlarms(AskDevices ask) {
        this.ask = ask;
    }

    /** To be called once for each output. */
    void follow(Tenant tenant, Output output) {
        Instant at = Instant.ofEpochMilli(output.at());
        switch (output.what()) {
            case RAISED -> {
                output.asked().forEach(order -> ask.ask(tenant, request(output, order, at)));
                output.withheld().forEach(order -> ask.withhold(tenant, request(output, order, at)));
            }
            case WITHDRAWN ->
                output.withheld().forEach(order -> ask.withdraw(tenant, output.episodeId(), order.name(), at));
            case CLEARED -> ask.withdraw(tenant, output.episodeId(), null, at);
            case WORSE, BETTER, REMINDED -> {}
        }
    }

    private static OrderRequest request(Output output, Order order, Instant at) {
        return new OrderRequest(
                AskDevices.id(output.episodeId(), order.name()),
                output.device(),
                order.name(),
                order.arguments(),
                output.episodeId(),
                null,
                output.rule(),
                order.unless() == null ? null : ReadPartition.READER,
                at);
    }
}

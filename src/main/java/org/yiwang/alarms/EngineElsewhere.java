package org.yiwang.alarms;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiwang.alarms.store.StateStore;
import org.yiwang.alarms.store.TakenStore;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.ReadLog;
import org.yiwang.sensing.model.Heads.Head;
import org.yiwang.sensing.model.Partitions;
import tools.jackson.databind.json.JsonMapper;

/** The engine on other machines (docs/alarms.md): where {@code yiwang.alarms.host} is {@code flink}, the log goes there and outputs come back. */
@Component
class EngineElsewhere {
    private static final Duration WAIT = Duration.ofMillis(50);
    /** Who waits for Kafka keeps others waiting. */
    private static final Map<String, String> PATIENCE =
            Map.of("request.timeout.ms", "4000", "default.api.timeout.ms", "5000");

    private static final String KAFKA = "yiwang.alarms.kafka";

    private final Tenant tenant;
    private final ReadLog log;
    private final @Nullable KafkaPlace kafka;
    private final @Nullable SendLines send;
    private final @Nullable TakeOutputs take;
    private boolean ready;

    EngineElsewhere(
            ReadLog log,
            StateStore states,
            TakenStore taken,
            KeepOutputs outputs,
            TransactionOperations transactions,
            JsonMapper json,
            Environment environment,
            @Value("${yiwang.tenant}") int code) {
        tenant = new Tenant(code);
        this.log = log;
        kafka = place(environment, tenant).orElse(null);
        send = kafka == null ? null : new SendLines(tenant, kafka, log, states, transactions, json);
        take = kafka == null
                ? null
                : new TakeOutputs(tenant, kafka, taken, said -> outputs.keep(tenant, said), transactions);
    }

    /** Where Kafka is; nowhere where the log is read within the product. */
    static Optional<KafkaPlace> place(Environment environment, Tenant tenant) {
        String host = environment.getProperty("yiwang.alarms.host", "process");
        if (host.equals("process")) return Optional.empty();
        if (!host.equals("flink"))
            throw new IllegalArgumentException("yiwang.alarms.host is '" + host
                    + "'. It is 'process' (the server reads the devices' log itself) or 'flink' (docs/flink.md).");
        String servers = environment.getProperty(KAFKA + ".servers", "");
        if (servers.isBlank())
            throw new IllegalArgumentException("yiwang.alarms.host is 'flink', but " + KAFKA
                    + ".servers is missing. Say where Kafka is: host:port, several with commas.");
        Map<String, String> more = Binder.get(environment)
                .bind(KAFKA + ".properties", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        return Optional.of(KafkaPlace.of(servers, tenant, more));
    }

    boolean isUsed() {
        return kafka != null;
    }

    /** Who reads the log no longer is not waited for. */
    void takeTurns() {
        log.rest(tenant, isUsed() ? ReadPartition.READER : SendLines.READER);
    }

    /** Sends the log on and takes in what has come; answers whether there may be more to do at once. */
    boolean turn(Map<Integer, Head> heads) {
        if (kafka == null || send == null || take == null) return false;
        if (!ready) {
            make(kafka);
            ready = true;
        }
        boolean more = send.turn(heads);
        return take.turn(WAIT) > 0 || more;
    }

    /** Makes the topics where they are missing. Whoever wants several copies of them makes them beforehand. */
    static void make(KafkaPlace kafka) {
        try (Admin admin = Admin.create(kafka.client(PATIENCE))) {
            for (String topic : List.of(kafka.lines(), kafka.outputs())) {
                NewTopic one = new NewTopic(topic, Partitions.COUNT, (short) -1);
                try {
                    admin.createTopics(List.of(one)).all().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException))
                        throw new IllegalStateException("The topic " + topic + " could not be made", e.getCause());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        if (send != null) send.close();
        if (take != null) take.close();
    }
}

package org.yiwang.alarms;

import java.util.Map;
import java.util.Properties;
import org.yiwang.platform.Tenant;

/**
 * Where the log is sent, and what the engine says is fetched.
 *
 * @param servers {@code host:port}, several with commas
 * @param lines the topic of the log, one of its partitions for each of the log
 * @param outputs the topic of what the engine says, likewise
 * @param more what else Kafka's clients are told, by their own names, such as how to sign in
 */
public record KafkaPlace(String servers, String lines, String outputs, Map<String, String> more) {
    public KafkaPlace {
        more = Map.copyOf(more);
    }

    /** With the names of topics that a sub-district has if nothing else is said. */
    public static KafkaPlace of(String servers, Tenant tenant, Map<String, String> more) {
        return new KafkaPlace(
                servers,
                "yiwang-%d-lines".formatted(tenant.code()),
                "yiwang-%d-outputs".formatted(tenant.code()),
                more);
    }

    /** For a client, with what it wants besides. */
    Properties client(Map<String, String> own) {
        Properties all = new Properties();
        all.putAll(own);
        all.putAll(more);
        all.setProperty("bootstrap.servers", servers);
        return all;
    }
}

package org.yiwang.sensing.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way into the log.
 *
 * @param device serial number
 * @param deviceTime what the device's own clock said; data, never the time that anything is reckoned by
 * @param messageId what the device numbers its messages with; null where it does not
 * @param values a JSON object, by the names that the kind gives
 */
public record Incoming(
        String device,
        String family,
        String deviceKind,
        String messageKind,
        @Nullable Instant deviceTime,
        @Nullable String messageId,
        String values,
        Source source) {

    /** The way it came in. */
    public enum Source {
        MQTT("mqtt"),
        HTTP("http"),
        BROKER("broker"),
        RECORDING("recording"),
        LETTER("letter");

        private final String id;

        Source(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}

package org.yiwang.sensing.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Words;

/**
 * One sort of message of a device, and where in its JSON what stands.
 *
 * @param messageId JSON pointer (RFC 6901) to what the device numbers its messages with; null where it does not
 * @param time JSON pointer to the device's own time; null where it tells none
 */
public record MessageKind(
        String id,
        Words name,
        @Nullable String messageId,
        @Nullable String time,
        TimeForm form,
        List<ValueField> values) {

    /** How a device writes a moment: RFC 3339, or seconds or milliseconds since 1970. */
    public enum TimeForm {
        RFC3339("rfc3339"),
        EPOCH_SECONDS("epoch-seconds"),
        EPOCH_MILLISECONDS("epoch-milliseconds");

        private final String id;

        TimeForm(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}

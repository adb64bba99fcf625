package org.yiwang.sensing.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message that was not understood.
 *
 * @param reason why, a code of {@code refusals/sensing.yaml}
 * @param detail values for the words of the reason
 * @param payload as it came
 */
public record Letter(
        UUID id, Instant at, String device, String messageKind, String reason, List<String> detail, Payload payload) {}

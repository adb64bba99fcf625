package org.yiwang.platform.feed;

import java.util.UUID;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.JsonNode;

/**
 * One thing that happened.
 *
 * @param id rises with every change of one record, because its writers wait for each other; between records it only tends to
 * @param topic the owner's word for it, such as {@code case}
 * @param key the record that changed
 * @param json the payload as text, for those who only pass it on
 */
public record FeedRow(long id, Tenant tenant, String topic, UUID key, JsonNode payload, String json) {}

package org.yiwang.hotline;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yiwang.hotline.store.PushStore;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what the upper platform is to be told, in the transaction of what it is told about. */
@Component
class EnqueuePush {
    private final PushStore pushes;
    private final JsonMapper json;

    EnqueuePush(PushStore pushes, JsonMapper json) {
        this.pushes = pushes;
        this.json = json;
    }

    /** @param key under which it counts once; the same key again adds nothing */
    void add(Tenant tenant, String no, String key, String act, Map<String, ?> body, Instant now) {
        pushes.add(tenant, no, key, act, json.writeValueAsString(body), now);
    }
}

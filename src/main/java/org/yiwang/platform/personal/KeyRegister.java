package org.yiwang.platform.personal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The fingerprints of the keys that this database has been sealed with; by them a lost or a wrong key file is known at the start. */
@Component
class KeyRegister {
    private final JdbcClient db;

    KeyRegister(JdbcClient db) {
        this.db = db;
    }

    /** Key id → fingerprint, oldest first. */
    Map<String, byte[]> known() {
        Map<String, byte[]> known = new LinkedHashMap<>();
        db.sql("select id, fingerprint from platform.data_key order by at, id").query(row -> {
            known.put(row.getString(1), row.getBytes(2));
        });
        return known;
    }

    /** False when another node has just made a different key known under the same id. */
    boolean remember(DataKey key, Instant now) {
        db.sql("insert into platform.data_key (id, fingerprint, at) values (?, ?, ?) on conflict (id) do nothing")
                .params(key.id(), key.fingerprint(), Timestamp.from(now))
                .update();
        return Arrays.equals(key.fingerprint(), known().get(key.id()));
    }
}

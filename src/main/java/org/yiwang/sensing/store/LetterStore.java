package org.yiwang.sensing.store;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Letter;
import org.yiwang.sensing.model.Payload;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters: of each device the latest so many. */
@Component
public class LetterStore {
    public static final int LETTERS_PER_DEVICE_MAX = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient db;

    public LetterStore(JdbcClient db) {
        this.db = db;
    }

    public void keep(Tenant tenant, List<Letter> letters) {
        if (letters.isEmpty()) return;
        db.sql("""
               insert into sensing.dead_letter (tenant, id, at, device, message_kind, reason, detail, payload)
               select ?, id::uuid, at::timestamptz, d, mk, r, j::jsonb, p
               from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[]) as given (id, at, d, mk, r, j, p)
               """)
                .params(
                        tenant.code(),
                        letters.stream().map(one -> one.id().toString()).toArray(String[]::new),
                        letters.stream().map(one -> one.at().toString()).toArray(String[]::new),
                        letters.stream().map(Letter::device).toArray(String[]::new),
                        letters.stream().map(Letter::messageKind).toArray(String[]::new),
                        letters.stream().map(Letter::reason).toArray(String[]::new),
                        letters.stream()
                                .map(one -> JSON.writeValueAsString(one.detail()))
                                .toArray(String[]::new),
                        letters.stream().map(one -> one.payload().bytes()).toArray(byte[][]::new))
                .update();
        letters.stream().map(Letter::device).distinct().sorted().forEach(device -> forgetOldest(tenant, device));
    }

    private void forgetOldest(Tenant tenant, String device) {
        db.sql("""
               delete from sensing.dead_letter where tenant = :tenant and device = :device and seq <= (
                   select seq from sensing.dead_letter where tenant = :tenant and device = :device order by seq desc offset :most limit 1)
               """)
                .param("tenant", tenant.code())
                .param("device", device)
                .param("most", LETTERS_PER_DEVICE_MAX)
                .update();
    }

    /** Latest first. */
    public List<Letter> of(Tenant tenant, String device) {
        return letters(tenant, device, "");
    }

    /** Oldest first, locked: two people who replay at once do not both take the same letter. */
    public List<Letter> lock(Tenant tenant, String device) {
        return letters(tenant, device, "for update skip locked").reversed();
    }

    private List<Letter> letters(Tenant tenant, String device, String lock) {
        return db.sql("""
                      select id, at, device, message_kind, reason, detail::text as detail, payload from sensing.dead_letter
                      where tenant = ? and device = ? order by seq desc limit ?
                      """ + lock)
                .params(tenant.code(), device, LETTERS_PER_DEVICE_MAX)
                .query((row, number) -> new Letter(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("device"),
                        row.getString("message_kind"),
                        row.getString("reason"),
                        Arrays.asList(JSON.readValue(row.getString("detail"), String[].class)),
                        Payload.of(row.getBytes("payload"))))
                .list();
    }

    public void delete(Tenant tenant, List<UUID> ids) {
        db.sql("delete from sensing.dead_letter where tenant = ? and id = any(?)")
                .params(tenant.code(), ids.toArray(UUID[]::new))
                .update();
    }

    /** How many letters these devices have, by device. */
    public java.util.Map<String, Integer> count(Tenant tenant, List<String> devices) {
        java.util.Map<String, Integer> counts = new java.util.HashMap<>();
        db.sql(
                        "select device, count(*)::int as n from sensing.dead_letter where tenant = ? and device = any(?) group by device")
                .params(tenant.code(), devices.toArray(String[]::new))
                .query(row -> {
                    counts.put(row.getString("device"), row.getInt("n"));
                });
        return counts;
    }
}

package org.yiwang.sensing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Device;
import org.yiwang.sensing.model.DeviceOrder;
import org.yiwang.sensing.model.DeviceOrder.State;
import org.yiwang.sensing.model.OrderKind;
import org.yiwang.sensing.model.OrderRequest;
import org.yiwang.sensing.model.Partitions;

/** Orders to devices. */
@Component
public class DeviceOrderStore {
    private final JdbcClient db;

    public DeviceOrderStore(JdbcClient db) {
        this.db = db;
    }

    /** An answer of a device, as the log has it. */
    public record Answer(
            String order, String result, @Nullable String reason, Instant at) {}

    /**
     * Keeps an order; answers whether it was not there yet.
     *
     * @param arguments a JSON object
     * @param releases see {@link DeviceOrder#releases}
     */
    public boolean add(
            Tenant tenant,
            Device device,
            OrderKind kind,
            OrderRequest request,
            String arguments,
            State state,
            @Nullable String releases) {
        return db.sql("""
                insert into sensing.device_order (tenant, id, device, family, partition, device_kind, kind, arguments, answer_kind, state, alarm, by, reason, guard,
                    release, releases, decided_at, expires_at, tries_max, within_millis, again_at, committee, area)
                values (:tenant, :id, :device, :family, :partition, :device_kind, :kind, :arguments::jsonb, :answer, :state, :alarm, :by, :reason, :guard,
                    :release, :releases, :at, :expires, :tries, :within, :at, :committee, :area)
                on conflict do nothing
                """)
                        .param("tenant", tenant.code())
                        .param("id", request.id())
                        .param("device", device.serial())
                        .param("family", device.family())
                        .param("partition", Partitions.of(device.family()))
                        .param("device_kind", device.kind().id())
                        .param("kind", kind.id())
                        .param("arguments", arguments)
                        .param("answer", device.kind().orders().answer())
                        .param("state", state.name())
                        .param("alarm", request.alarm())
                        .param("by", request.by())
                        .param("reason", request.reason())
                        .param("guard", request.guard())
                        .param("release", kind.release())
                        .param("releases", releases)
                        .param("at", Timestamp.from(request.at()))
                        .param("expires", Timestamp.from(request.at().plus(kind.expires())))
                        .param("tries", device.kind().orders().tries())
                        .param("within", device.kind().orders().within().toMillis())
                        .param("committee", device.committee())
                        .param("area", device.area())
                        .update()
                > 0;
    }

    /** Those that wait for something to be done about them; the earliest first. */
    public List<String> due(Tenant tenant, Instant now, int limit) {
        return db.sql("""
                      select id from sensing.device_order where tenant = ? and state in ('WAITING', 'SENT') and again_at <= ?
                      order by again_at, decided_at, id limit ?
                      """)
                .params(tenant.code(), Timestamp.from(now), limit)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Held until the transaction ends; empty where somebody else has it at hand. */
    public Optional<DeviceOrder> hold(Tenant tenant, String id) {
        return db.sql("select * from sensing.device_order where tenant = ? and id = ? for update skip locked")
                .params(tenant.code(), id)
                .query(DeviceOrderStore::order)
                .optional();
    }

    /** Whether the reader that may take the order back has nothing of its family unread. */
    public boolean isCaughtUp(Tenant tenant, String id) {
        return db.sql("""
                      select not exists (
                          select 1 from sensing.device_order o
                          join sensing.log l on l.tenant = o.tenant and l.partition = o.partition and l.family = o.family and l.log_offset >= coalesce((
                              select r.next_offset from sensing.reader r where r.tenant = o.tenant and r.name = o.guard and r.partition = o.partition), 0)
                          where o.tenant = ? and o.id = ?)
                      """).params(tenant.code(), id).query(Boolean.class).single();
    }

    public void sent(Tenant tenant, String id, int tries, Instant now, Instant again) {
        db.sql("""
               update sensing.device_order set state = 'SENT', tries = ?, sent_at = coalesce(sent_at, ?), again_at = ? where tenant = ? and id = ?
               """)
                .params(tries, Timestamp.from(now), Timestamp.from(again), tenant.code(), id)
                .update();
    }

    public void settle(Tenant tenant, String id, State state) {
        db.sql("update sensing.device_order set state = ? where tenant = ? and id = ?")
                .params(state.name(), tenant.code(), id)
                .update();
    }

    /** Orders of an alarm that are open, or that a device has taken: waits for whoever has one at hand. */
    public List<DeviceOrder> ofAlarmHeld(Tenant tenant, String alarm) {
        return db.sql("""
                      select * from sensing.device_order
                      where tenant = ? and alarm = ? and releases is null and by is null and state in ('WAITING', 'SENT', 'DONE', 'FAILED')
                      order by id for update
                      """)
                .params(tenant.code(), alarm)
                .query(DeviceOrderStore::order)
                .list();
    }

    /** What takes this order back; empty where nothing needs to. */
    public Optional<String> release(Tenant tenant, String id) {
        return db.sql("select release from sensing.device_order where tenant = ? and id = ? and release is not null")
                .params(tenant.code(), id)
                .query(String.class)
                .optional();
    }

    /** Answers in the log to orders that were sent since then and have none. */
    public List<Answer> answers(Tenant tenant, Instant sentSince) {
        return db.sql("""
                      select distinct on (o.id) o.id, l.values ->> 'result', l.values ->> 'reason', l.ingest_at
                      from sensing.device_order o
                      join sensing.log l on l.tenant = o.tenant and l.device = o.device and l.message_kind = o.answer_kind
                          and l.ingest_at >= o.sent_at - interval '1 minute' and l.values ->> 'order' = o.id
                      where o.tenant = ? and o.answered_at is null and o.sent_at > ?
                      order by o.id, l.ingest_at
                      """)
                .params(tenant.code(), Timestamp.from(sentSince))
                .query((row, number) -> new Answer(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** What was taken back stays so, whatever the device says of it. Answers whether the order had no answer yet. */
    public boolean answer(Tenant tenant, Answer answer, State state) {
        return db.sql("""
                      update sensing.device_order set answered_at = :at, answer_reason = :reason, state = case when state = 'WITHDRAWN' then state else :state end
                      where tenant = :tenant and id = :id and answered_at is null
                      """)
                        .param("at", Timestamp.from(answer.at()))
                        .param("reason", answer.reason())
                        .param("state", state.name())
                        .param("tenant", tenant.code())
                        .param("id", answer.order())
                        .update()
                > 0;
    }

    public Optional<DeviceOrder> find(Tenant tenant, String id) {
        return db.sql("select * from sensing.device_order where tenant = ? and id = ?")
                .params(tenant.code(), id)
                .query(DeviceOrderStore::order)
                .optional();
    }

    /** The latest first. */
    public List<DeviceOrder> ofDevice(Tenant tenant, String device, int limit) {
        return db.sql(
                        "select * from sensing.device_order where tenant = ? and device = ? order by decided_at desc, id limit ?")
                .params(tenant.code(), device, limit)
                .query(DeviceOrderStore::order)
                .list();
    }

    /** In the order in which they were decided. */
    public List<DeviceOrder> ofAlarm(Tenant tenant, String alarm, int limit) {
        return db.sql(
                        "select * from sensing.device_order where tenant = ? and alarm = ? order by decided_at, id limit ?")
                .params(tenant.code(), alarm, limit)
                .query(DeviceOrderStore::order)
                .list();
    }

    /** How many people gave the device since then. */
    public int byHand(Tenant tenant, String device, Instant since) {
        return db.sql(
                        "select count(*) from sensing.device_order where tenant = ? and device = ? and by is not null and decided_at > ?")
                .params(tenant.code(), device, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    private static DeviceOrder order(ResultSet row, int number) throws SQLException {
        return new DeviceOrder(
                row.getString("id"),
                row.getString("device"),
                row.getString("family"),
                row.getString("kind"),
                row.getString("arguments"),
                State.valueOf(row.getString("state")),
                row.getString("alarm"),
                row.getString("by"),
                row.getString("reason"),
                row.getString("guard"),
                row.getString("releases"),
                row.getTimestamp("decided_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getInt("tries"),
                row.getInt("tries_max"),
                Duration.ofMillis(row.getLong("within_millis")),
                row.getTimestamp("again_at").toInstant(),
                instant(row.getTimestamp("sent_at")),
                instant(row.getTimestamp("answered_at")),
                row.getString("answer_reason"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}

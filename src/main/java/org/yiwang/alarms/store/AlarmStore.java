package org.yiwang.alarms.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Device;
import tools.jackson.databind.json.JsonMapper;

/** Alarms as the engine tells them. The same word twice changes nothing. */
@Component
public class AlarmStore {
    private static final String[] SEVERITIES =
            Arrays.stream(Severity.values()).map(Severity::name).toArray(String[]::new);

    private final JdbcClient db;
    private final JsonMapper json;

    public AlarmStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * An alarm begins; answers whether it was not there yet.
     *
     * @param device as the register has it; null where it is no longer there
     */
    public boolean raise(Tenant tenant, Output output, @Nullable Device device) {
        int added = db.sql("""
                insert into alarms.alarm (tenant, id, device, kind, family, rule, part, severity, worst, raised_at, cause, values, asked, withheld, episode, number,
                    label, cell, committee, area)
                values (:tenant, :id, :device, :kind, :family, :rule, :part, :severity, :severity, :at, :cause, :values::jsonb, :asked::jsonb, :withheld::jsonb,
                    :episode, 0, :label, :cell, :committee, :area)
                on conflict do nothing
                """)
                .param("tenant", tenant.code())
                .param("id", output.episodeId())
                .param("device", output.device())
                .param("kind", device == null ? "" : device.kind().id())
                .param("family", output.family())
                .param("rule", output.rule())
                .param("part", output.part())
                .param("severity", output.severity().name())
                .param("at", at(output))
                .param("cause", output.cause())
                .param("values", json.writeValueAsString(output.values()))
                .param("asked", json.writeValueAsString(output.asked()))
                .param("withheld", json.writeValueAsString(output.withheld()))
                .param("episode", output.episode())
                .param("label", device == null ? output.device() : device.label())
                .param("cell", device == null ? null : device.cell())
                .param("committee", device == null ? null : device.committee())
                .param("area", device == null ? null : device.area())
                .update();
        if (added > 0) step(tenant, output);
        return added > 0;
    }

    /** An alarm goes on; answers whether that was not known yet. Whoever had acknowledged it did not know that it would get worse: it waits for somebody anew. */
    public boolean change(Tenant tenant, Output output) {
        int changed = db.sql("""
                update alarms.alarm set number = :number, severity = :severity,
                    worst = case when array_position(:order, :severity) > array_position(:order, worst) then :severity else worst end,
                    acknowledged_at = case when :what = 'WORSE' then null else acknowledged_at end,
                    acknowledged_by = case when :what = 'WORSE' then null else acknowledged_by end,
                    cleared_at = case when :what = 'CLEARED' then :at else cleared_at end
                where tenant = :tenant and id = :id and number < :number
                """)
                .param("tenant", tenant.code())
                .param("id", output.episodeId())
                .param("number", output.number())
                .param("severity", output.severity().name())
                .param("order", SEVERITIES)
                .param("what", output.what().name())
                .param("at", at(output))
                .update();
        if (changed > 0) step(tenant, output);
        return changed > 0;
    }

    private void step(Tenant tenant, Output output) {
        db.sql("""
               insert into alarms.step (tenant, alarm, number, what, severity, at, cause, values)
               values (:tenant, :alarm, :number, :what, :severity, :at, :cause, :values::jsonb) on conflict do nothing
               """)
                .params(Map.of(
                        "tenant", tenant.code(),
                        "alarm", output.episodeId(),
                        "number", output.number(),
                        "what", output.what().name(),
                        "severity", output.severity().name(),
                        "at", at(output),
                        "cause", output.cause(),
                        "values", json.writeValueAsString(output.values())))
                .update();
    }

    private static Timestamp at(Output output) {
        return Timestamp.from(Instant.ofEpochMilli(output.at()));
    }
}

package org.yiwang.sorting.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.sorting.model.Evaluation;
import org.yiwang.sorting.model.Measure;
import org.yiwang.sorting.model.Trial;
import org.yiwang.sorting.model.Trial.Compared;
import org.yiwang.sorting.model.Trial.Measured;
import org.yiwang.sorting.model.Trial.Plan;
import org.yiwang.sorting.model.Trial.State;
import org.yiwang.sorting.model.Trial.Step;
import org.yiwang.sorting.model.Trial.Treated;
import tools.jackson.databind.json.JsonMapper;

/** Trials with their plans and steps. */
@Component
public class TrialStore {
    private final JdbcClient db;
    private final JsonMapper json;

    TrialStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The latest first. */
    public List<Trial> list(Tenant tenant, int limit) {
        return db.sql("select * from sorting.trial where tenant = :tenant order by created_at desc, id limit :limit")
                .param("tenant", tenant.code())
                .param("limit", limit)
                .query((row, n) -> trial(tenant, row))
                .list();
    }

    public Optional<Trial> find(Tenant tenant, UUID id) {
        return db.sql("select * from sorting.trial where tenant = :tenant and id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> trial(tenant, row))
                .optional();
    }

    public List<Step> steps(Tenant tenant, UUID trial) {
        return db.sql("select * from sorting.step where tenant = :tenant and trial = :trial order by seq")
                .params(of(tenant, trial))
                .query((row, n) -> new Step(
                        row.getInt("seq"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("actor", UUID.class),
                        row.getString("actor_name"),
                        row.getString("action"),
                        row.getString("note"),
                        row.getString("result")))
                .list();
    }

    public void add(Tenant tenant, Trial trial, Step step) {
        Plan plan = trial.plan();
        db.sql("""
               insert into sorting.trial (tenant, id, title, purpose, days_before, days_after, put_back_at, state, seq, created_at)
               values (:tenant, :id, :title, :purpose, :before, :after, :putBackAt, :state, :seq, :at)
               """)
                .param("tenant", tenant.code())
                .param("id", trial.id())
                .param("title", plan.title())
                .param("purpose", plan.purpose())
                .param("before", plan.daysBefore())
                .param("after", plan.daysAfter())
                .param("putBackAt", plan.putBackAt())
                .param("state", trial.state().id())
                .param("seq", trial.seq())
                .param("at", Timestamp.from(trial.createdAt()))
                .update();
        parts(tenant, trial);
        record(tenant, trial.id(), step);
    }

    /** False where somebody else was faster; then nothing is changed. */
    public boolean step(Tenant tenant, Trial after, Step step) {
        Plan plan = after.plan();
        int changed = db.sql("""
                             update sorting.trial set title = :title, purpose = :purpose, days_before = :before, days_after = :after, put_back_at = :putBackAt,
                                 state = :state, seq = :seq
                             where tenant = :tenant and id = :id and seq = :seq - 1
                             """)
                .param("tenant", tenant.code())
                .param("id", after.id())
                .param("title", plan.title())
                .param("purpose", plan.purpose())
                .param("before", plan.daysBefore())
                .param("after", plan.daysAfter())
                .param("putBackAt", plan.putBackAt())
                .param("state", after.state().id())
                .param("seq", after.seq())
                .update();
        if (changed == 0) return false;
        if (after.startedAt() == null) replan(tenant, after);
        else run(tenant, after);
        record(tenant, after.id(), step);
        return true;
    }

    private void replan(Tenant tenant, Trial after) {
        for (String table : List.of("treated", "compared", "measure"))
            db.sql("delete from sorting.%s where tenant = :tenant and trial = :trial".formatted(table))
                    .params(of(tenant, after.id()))
                    .update();
        parts(tenant, after);
    }

    /** What may still change of a trial that runs. */
    private void run(Tenant tenant, Trial after) {
        db.sql(
                        "update sorting.trial set started_at = :at where tenant = :tenant and id = :trial and started_at is null")
                .params(of(tenant, after.id()))
                .param("at", timestamp(after))
                .update();
        for (Treated point : after.plan().treated())
            if (point.backOn() != null)
                db.sql("""
                       update sorting.treated set back_on = :on, back_reason = :reason
                       where tenant = :tenant and trial = :trial and point = :point and back_on is null
                       """)
                        .params(of(tenant, after.id()))
                        .param("point", point.point())
                        .param("on", date(point.backOn()))
                        .param("reason", point.backReason())
                        .update();
        measures(tenant, after);
    }

    private void parts(Tenant tenant, Trial trial) {
        for (Treated point : trial.plan().treated())
            db.sql("""
                   insert into sorting.treated (tenant, trial, point, label, estate, starts_on)
                   values (:tenant, :trial, :point, :label, :estate, :starts)
                   """)
                    .params(of(tenant, trial.id()))
                    .param("point", point.point())
                    .param("label", point.label())
                    .param("estate", point.estate())
                    .param("starts", date(point.startsOn()))
                    .update();
        for (Compared one : trial.plan().compared())
            db.sql("""
                   insert into sorting.compared (tenant, trial, estate, proposed, reason) values (:tenant, :trial, :estate, :proposed, :reason)
                   """)
                    .params(of(tenant, trial.id()))
                    .param("estate", one.estate())
                    .param("proposed", one.proposed())
                    .param("reason", one.reason())
                    .update();
        measures(tenant, trial);
    }

    private void measures(Tenant tenant, Trial trial) {
        for (Measured one : trial.plan().measures())
            db.sql("""
                   insert into sorting.measure (tenant, trial, measure, margin, late) values (:tenant, :trial, :measure, :margin, :late) on conflict do nothing
                   """)
                    .params(of(tenant, trial.id()))
                    .param("measure", one.measure().id())
                    .param("margin", one.margin())
                    .param("late", one.late())
                    .update();
    }

    private void record(Tenant tenant, UUID trial, Step step) {
        db.sql("""
               insert into sorting.step (tenant, trial, seq, at, actor, actor_name, action, note, result)
               values (:tenant, :trial, :seq, :at, :actor, :name, :action, :note, :result::jsonb)
               """)
                .params(of(tenant, trial))
                .param("seq", step.seq())
                .param("at", Timestamp.from(step.at()))
                .param("actor", step.actor())
                .param("name", step.actorName())
                .param("action", step.action())
                .param("note", step.note())
                .param("result", step.result())
                .update();
    }

    private Trial trial(Tenant tenant, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Timestamp started = row.getTimestamp("started_at");
        Plan plan = new Plan(
                row.getString("title"),
                row.getString("purpose"),
                row.getInt("days_before"),
                row.getInt("days_after"),
                row.getObject("put_back_at", Integer.class),
                treated(tenant, id),
                compared(tenant, id),
                measured(tenant, id));
        return new Trial(
                id,
                plan,
                State.of(row.getString("state")),
                row.getInt("seq"),
                row.getTimestamp("created_at").toInstant(),
                started == null ? null : started.toInstant());
    }

    private List<Treated> treated(Tenant tenant, UUID trial) {
        return db.sql(
                        "select * from sorting.treated where tenant = :tenant and trial = :trial order by estate, starts_on, point")
                .params(of(tenant, trial))
                .query((row, n) -> new Treated(
                        row.getString("point"),
                        row.getString("label"),
                        row.getString("estate"),
                        row.getDate("starts_on").toLocalDate(),
                        day(row, "back_on"),
                        row.getString("back_reason")))
                .list();
    }

    private List<Compared> compared(Tenant tenant, UUID trial) {
        return db.sql("select * from sorting.compared where tenant = :tenant and trial = :trial order by estate")
                .params(of(tenant, trial))
                .query((row, n) ->
                        new Compared(row.getString("estate"), row.getBoolean("proposed"), row.getString("reason")))
                .list();
    }

    private List<Measured> measured(Tenant tenant, UUID trial) {
        return db
                .sql("select * from sorting.measure where tenant = :tenant and trial = :trial")
                .params(of(tenant, trial))
                .query((row, n) -> new Measured(
                        Measure.of(row.getString("measure")).orElseThrow(),
                        row.getDouble("margin"),
                        row.getBoolean("late")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Measured::late).thenComparing(Measured::measure))
                .toList();
    }

    /** As the step keeps it. */
    public String kept(Evaluation result) {
        return json.writeValueAsString(result);
    }

    /** What a step kept. */
    public Evaluation read(String result) {
        return json.readValue(result, Evaluation.class);
    }

    private static Map<String, Object> of(Tenant tenant, UUID trial) {
        return Map.of("tenant", tenant.code(), "trial", trial);
    }

    private static @Nullable Timestamp timestamp(Trial trial) {
        return trial.startedAt() == null ? null : Timestamp.from(trial.startedAt());
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }
}

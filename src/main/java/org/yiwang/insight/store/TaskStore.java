package org.yiwang.insight.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.insight.model.Effect;
import org.yiwang.insight.model.Task;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.json.JsonMapper;

/** Prevention tasks and their steps. */
@Component
public class TaskStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SIGHT =
            "(:everything or t.areas && :areas::text[] or t.committees && :committees::text[] or t.unit = :unit)";

    private final JdbcClient db;

    TaskStore(JdbcClient db) {
        this.db = db;
    }

    /** What the person may see or has to do, what is open first, then the latest. */
    public List<Task> list(Staff staff, boolean own, int limit) {
        return db.sql("select * from insight.task t where t.tenant = :tenant and " + SIGHT
                        + " and (not :own or (t.unit = :unit and t.state in ('proposed', 'accepted', 'under-way')))"
                        + " order by t.state in ('evaluated', 'dropped'), t.proposed_at desc, t.id limit :limit")
                .params(FindingStore.parameters(staff))
                .param("own", own)
                .param("limit", limit)
                .query((row, n) -> task(row))
                .list();
    }

    /** Those against a finding that this case is part of, as far as the person sees them. */
    public List<Task> about(Staff staff, UUID one, int limit) {
        return db.sql("select * from insight.task t where t.tenant = :tenant and " + SIGHT + """
                       and exists (
                          select from insight.finding f where f.tenant = t.tenant and f.id = t.finding and f.cases @> array[:case]::uuid[])
                      order by t.proposed_at desc, t.id limit :limit
                      """)
                .params(FindingStore.parameters(staff))
                .param("case", one)
                .param("limit", limit)
                .query((row, n) -> task(row))
                .list();
    }

    public Optional<Task> find(Staff staff, UUID id) {
        return db.sql("select * from insight.task t where t.tenant = :tenant and t.id = :id and " + SIGHT)
                .params(FindingStore.parameters(staff))
                .param("id", id)
                .query((row, n) -> task(row))
                .optional();
    }

    /** Everybody's, for the clock. */
    public List<Task> inState(Tenant tenant, List<String> states) {
        return db.sql("select * from insight.task t where tenant = :tenant and state = any(:states) order by id")
                .param("tenant", tenant.code())
                .param("states", FindingStore.texts(states))
                .query((row, n) -> task(row))
                .list();
    }

    public List<Task> of(Tenant tenant, UUID finding) {
        return db.sql("select * from insight.task t where tenant = :tenant and finding = :finding order by proposed_at")
                .param("tenant", tenant.code())
                .param("finding", finding)
                .query((row, n) -> task(row))
                .list();
    }

    public List<Task.Step> steps(Tenant tenant, UUID task) {
        return db.sql("select * from insight.task_step where tenant = :tenant and task = :task order by seq")
                .param("tenant", tenant.code())
                .param("task", task)
                .query((row, n) -> step(row))
                .list();
    }

    public void add(Tenant tenant, Task task, Task.Step step) {
        db.sql("""
               insert into insight.task (tenant, id, finding, category, cells, compared, committees, areas, hypothesis, measure, unit, person, person_name,
                   limit_days, due_at, evaluate_on, state, seq, proposed_at, proposed_by)
               values (:tenant, :id, :finding, :category, :cells, :compared, :committees, :areas, :hypothesis, :measure, :unit, :person, :personName,
                   :limit, :due, :evaluate, :state, :seq, :at, :by)
               """)
                .param("tenant", tenant.code())
                .param("id", task.id())
                .param("finding", task.finding())
                .param("category", task.category())
                .param("cells", FindingStore.texts(task.cells()))
                .param("compared", FindingStore.texts(task.compared()))
                .param("committees", FindingStore.texts(task.committees()))
                .param("areas", FindingStore.texts(task.areas()))
                .param("hypothesis", task.hypothesis())
                .param("measure", task.measure())
                .param("unit", task.unit())
                .param("person", task.person())
                .param("personName", task.personName())
                .param("limit", task.limitDays())
                .param("due", Timestamp.from(task.dueAt()))
                .param("evaluate", Date.valueOf(task.evaluateOn()))
                .param("state", task.state())
                .param("seq", task.seq())
                .param("at", Timestamp.from(task.proposedAt()))
                .param("by", task.proposedBy())
                .update();
        record(tenant, task.id(), step);
    }

    /** False where somebody else was faster; then nothing is changed. */
    public boolean step(Tenant tenant, Task after, Task.Step step) {
        int changed = db.sql("""
                             update insight.task set state = :state, seq = :seq, begun_on = :begun, effect = :effect::jsonb
                             where tenant = :tenant and id = :id and seq = :before
                             """)
                .param("tenant", tenant.code())
                .param("id", after.id())
                .param("state", after.state())
                .param("seq", step.seq())
                .param("before", step.seq() - 1)
                .param("begun", sql(after.begunOn()))
                .param("effect", after.effect() == null ? null : JSON.writeValueAsString(after.effect()))
                .update();
        if (changed == 1) record(tenant, after.id(), step);
        return changed == 1;
    }

    private void record(Tenant tenant, UUID task, Task.Step step) {
        db.sql("""
               insert into insight.task_step (tenant, task, seq, at, actor, actor_name, action, from_state, to_state, note, photos)
               values (:tenant, :task, :seq, :at, :actor, :name, :action, :from, :to, :note, :photos)
               """)
                .param("tenant", tenant.code())
                .param("task", task)
                .param("seq", step.seq())
                .param("at", Timestamp.from(step.at()))
                .param("actor", step.actor())
                .param("name", step.actorName())
                .param("action", step.action())
                .param("from", step.from())
                .param("to", step.to())
                .param("note", step.note())
                .param("photos", step.photos().toArray(UUID[]::new))
                .update();
    }

    private static @Nullable Date sql(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static Task task(ResultSet row) throws SQLException {
        String effect = row.getString("effect");
        return new Task(
                row.getObject("id", UUID.class),
                row.getObject("finding", UUID.class),
                row.getString("category"),
                FindingStore.texts(row, "cells"),
                FindingStore.texts(row, "compared"),
                FindingStore.texts(row, "committees"),
                FindingStore.texts(row, "areas"),
                row.getString("hypothesis"),
                row.getString("measure"),
                row.getString("unit"),
                row.getObject("person", UUID.class),
                row.getString("person_name"),
                row.getInt("limit_days"),
                row.getTimestamp("due_at").toInstant(),
                row.getDate("evaluate_on").toLocalDate(),
                FindingStore.day(row, "begun_on"),
                row.getString("state"),
                row.getInt("seq"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getObject("proposed_by", UUID.class),
                effect == null ? null : JSON.readValue(effect, Effect.class));
    }

    private static Task.Step step(ResultSet row) throws SQLException {
        return new Task.Step(
                row.getInt("seq"),
                row.getTimestamp("at").toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getString("note"),
                List.of((UUID[]) row.getArray("photos").getArray()));
    }
}

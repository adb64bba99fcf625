package org.yiwang.assessment.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.assessment.model.AssessMonth.Decided;
import org.yiwang.assessment.model.Line;
import org.yiwang.assessment.model.Request;
import org.yiwang.assessment.model.Request.Kind;
import org.yiwang.assessment.model.Request.State;
import org.yiwang.assessment.model.Request.Taken;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Requests and every step of theirs. */
@Component
public class RequestStore {
    private final JdbcClient db;

    RequestStore(JdbcClient db) {
        this.db = db;
    }

    /** One page of what somebody may see. */
    public record Page(List<Request> items, long total) {}

    /** @throws org.yiwang.platform.RefusedException where the same is asked for already, or was granted */
    public void add(Staff staff, Request request) {
        Line.Key line = request.line();
        try {
            db.sql("""
                   insert into assessment.request (tenant, id, kind, package, name, month, edition, unit, case_id, number, title, measure, ref, reason, note, state,
                       asked_by, changed_at)
                   values (:tenant, :id, :kind, :package, :name, :month, :edition, :unit, :case, :number, :title, :measure, :ref, :reason, :note, 'asked', :by, :at)
                   """)
                    .param("tenant", staff.tenant().code())
                    .param("id", request.id())
                    .param("kind", request.kind().id())
                    .param("package", request.packageId())
                    .param("name", request.name())
                    .param("month", Date.valueOf(request.month().atDay(1)))
                    .param("edition", request.edition())
                    .param("unit", request.unit())
                    .param("case", request.caseId())
                    .param("number", request.number())
                    .param("title", request.title())
                    .param("measure", line == null ? null : line.measure())
                    .param("ref", line == null ? null : line.ref())
                    .param("reason", request.reason())
                    .param("note", request.note())
                    .param("by", request.askedBy())
                    .param("at", Timestamp.from(request.steps().getFirst().at()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("assessment.asked-already", request.number()).exception();
        }
        step(staff, request.id(), request.steps().getFirst());
    }

    /** @return false where somebody was faster */
    public boolean move(Staff staff, UUID id, State from, State to, Taken taken) {
        int moved = db.sql("""
                           update assessment.request set state = :to, changed_at = :at
                           where tenant = :tenant and id = :id and state = :from
                           """)
                .param("tenant", staff.tenant().code())
                .param("id", id)
                .param("from", from.id())
                .param("to", to.id())
                .param("at", Timestamp.from(taken.at()))
                .update();
        if (moved == 1) step(staff, id, taken);
        return moved == 1;
    }

    private void step(Staff staff, UUID request, Taken taken) {
        db.sql("""
               insert into assessment.request_step (tenant, request, seq, step, at, by_id, by_name, note)
               select :tenant, :request, coalesce(max(seq), 0) + 1, :step, :at, :by, :name, :note from assessment.request_step
               where tenant = :tenant and request = :request
               """)
                .param("tenant", staff.tenant().code())
                .param("request", request)
                .param("step", taken.step())
                .param("at", Timestamp.from(taken.at()))
                .param("by", staff.id())
                .param("name", taken.by())
                .param("note", taken.note())
                .update();
    }

    /** What counts when a month is computed. */
    public Decided granted(Tenant tenant, String packageId, String name) {
        Set<UUID> leftOut = new HashSet<>();
        Map<Line.Key, String> corrected = new HashMap<>();
        db.sql("""
               select r.*, s.note as granted_note from assessment.request r
               join assessment.request_step s on s.tenant = r.tenant and s.request = r.id and s.step = 'grant'
               where r.tenant = :tenant and r.package = :package and r.name = :name and r.state = 'granted'
               """)
                .param("tenant", tenant.code())
                .param("package", packageId)
                .param("name", name)
                .query((row, n) -> Map.entry(request(row, List.of()), row.getString("granted_note")))
                .list()
                .forEach(one -> {
                    Line.Key line = one.getKey().line();
                    if (line == null) leftOut.add(one.getKey().caseId());
                    else corrected.put(line, one.getValue());
                });
        return new Decided(Set.copyOf(leftOut), Map.copyOf(corrected));
    }

    public Optional<Request> find(Tenant tenant, UUID id) {
        return db
                .sql("select * from assessment.request where tenant = :tenant and id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> request(row, List.of()))
                .list()
                .stream()
                .map(one -> withSteps(tenant, List.of(one)).getFirst())
                .findFirst();
    }

    /** @param unit null for those of every unit */
    public Page page(Tenant tenant, @Nullable String unit, @Nullable State state, int limit, int offset) {
        String which = """
                       from assessment.request where tenant = :tenant and (:anyUnit or unit = :unit) and (:anyState or state = :state)
                       """;
        JdbcClient.StatementSpec rows = db.sql("select * " + which
                + " order by (state = 'asked') desc, changed_at desc, id limit :limit offset :offset");
        JdbcClient.StatementSpec count = db.sql("select count(*) " + which);
        for (JdbcClient.StatementSpec one : List.of(rows, count))
            one.param("tenant", tenant.code())
                    .param("anyUnit", unit == null)
                    .param("unit", unit == null ? "" : unit)
                    .param("anyState", state == null)
                    .param("state", state == null ? "" : state.id());
        List<Request> found = rows.param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> request(row, List.of()))
                .list();
        return new Page(withSteps(tenant, found), count.query(Long.class).single());
    }

    private List<Request> withSteps(Tenant tenant, List<Request> requests) {
        Map<UUID, List<Taken>> steps = new HashMap<>();
        db.sql("""
               select * from assessment.request_step where tenant = :tenant and request = any (:ids) order by request, seq
               """)
                .param("tenant", tenant.code())
                .param("ids", requests.stream().map(Request::id).toArray(UUID[]::new))
                .query((row, n) -> steps.computeIfAbsent(row.getObject("request", UUID.class), _ -> new ArrayList<>())
                        .add(new Taken(
                                row.getString("step"),
                                row.getTimestamp("at").toInstant(),
                                row.getString("by_name"),
                                row.getString("note"))))
                .list();
        return requests.stream()
                .map(one -> with(one, steps.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Request with(Request one, List<Taken> steps) {
        return new Request(
                one.id(),
                one.kind(),
                one.packageId(),
                one.name(),
                one.month(),
                one.edition(),
                one.unit(),
                one.caseId(),
                one.number(),
                one.title(),
                one.line(),
                one.reason(),
                one.note(),
                one.state(),
                one.askedBy(),
                steps);
    }

    private static Request request(ResultSet row, List<Taken> steps) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        String measure = row.getString("measure");
        return new Request(
                row.getObject("id", UUID.class),
                Kind.of(row.getString("kind")),
                row.getString("package"),
                row.getString("name"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("edition", UUID.class),
                row.getString("unit"),
                caseId,
                row.getString("number"),
                row.getString("title"),
                measure == null ? null : new Line.Key(measure, caseId, row.getInt("ref")),
                row.getString("reason"),
                row.getString("note"),
                State.of(row.getString("state")),
                row.getObject("asked_by", UUID.class),
                steps);
    }
}

package org.yiwang.hotline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Stage;
import org.yiwang.hotline.model.CallResult;
import org.yiwang.hotline.model.OrderKind;
import org.yiwang.hotline.model.UpperStatus;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;

/** Hotline cases that have no order yet, read from their events. */
@Component
public class PastStore {
    private static final String WITHOUT = """
            select c.id, c.number, c.category, c.urgency = 'urgent' as urgent, c.reported_at, c.stage, r.id as report, r.case_id as now_case,
                (c.notes ->> 'reopens')::int as again, jsonb_array_length(c.notes -> 'visits') > 0 as visited,
                (select count(*)::int from casework.case_event e
                    where e.tenant = c.tenant and e.case_id = c.id and e.action = 'grant-return') as passed,
                (select f ->> 'unit' from casework.case_event e, jsonb_array_elements(e.effects::jsonb) f
                    where e.tenant = c.tenant and e.case_id = c.id and e.action in ('dispatch', 'arbitrate')
                        and f ->> 'fact' = 'lead-set' and f ->> 'unit' is not null
                    order by e.seq limit 1) as first_unit
            from casework.cases c
            join lateral (
                select (f ->> 'report')::uuid as id from casework.case_event e, jsonb_array_elements(e.effects::jsonb) f
                where e.tenant = c.tenant and e.case_id = c.id and e.seq = 1 and f ->> 'fact' = 'report-joined' limit 1) j on true
            join casework.case_report r on r.tenant = c.tenant and r.id = j.id
            where c.tenant = :tenant and c.channel = 'hotline'
                and not exists (select from hotline.orders o where o.tenant = c.tenant and o.case_id = c.id)
            order by c.number limit :limit
            """;

    private final JdbcClient sql;
    private final JdbcTemplate jdbc;

    PastStore(JdbcClient sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** @param number of the case that it opened */
    public record PastOrder(
            UUID caseId,
            String number,
            String category,
            boolean urgent,
            Instant receivedAt,
            Stage stage,
            UUID report,
            UUID nowCase,
            int again,
            boolean visited,
            int passed,
            @Nullable String firstUnit) {
        /** Its number, made from that of the case: the year has no other. */
        String no() {
            return "SH" + number.replaceAll("[^0-9]", "");
        }

        String told() {
            return stage == Stage.CLOSED && visited
                    ? UpperStatus.VISITED.code()
                    : UpperStatus.of(stage).code();
        }
    }

    /** An attempt to reach a caller, as the case's events tell it. */
    public record PastCall(Instant at, UUID staff, String name, boolean reached, String note) {}

    public List<PastOrder> without(Tenant tenant, int atMost) {
        return sql.sql(WITHOUT)
                .param("tenant", tenant.code())
                .param("limit", atMost)
                .query((row, n) -> new PastOrder(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("category"),
                        row.getBoolean("urgent"),
                        row.getTimestamp("reported_at").toInstant(),
                        Stage.of(row.getString("stage")),
                        row.getObject("report", UUID.class),
                        row.getObject("now_case", UUID.class),
                        row.getInt("again"),
                        row.getBoolean("visited"),
                        row.getInt("passed"),
                        row.getString("first_unit")))
                .list();
    }

    public void add(Tenant tenant, List<PastOrder> orders, Function<PastOrder, OrderKind> kind) {
        jdbc.batchUpdate("""
                insert into hotline.orders (tenant, no, kind, urgent, category, received_at, placed, linked, taken_at, case_id, now_case,
                    report_id, first_unit, passed, again, told)
                values (?, ?, ?, ?, ?, ?, 'given', false, ?, ?, ?, ?, ?, ?, ?, ?)
                """, orders, 100, (row, order) -> {
            int i = 0;
            row.setInt(++i, tenant.code());
            row.setString(++i, order.no());
            row.setString(++i, kind.apply(order).id());
            row.setBoolean(++i, order.urgent());
            row.setString(++i, order.category());
            row.setTimestamp(++i, Timestamp.from(order.receivedAt()));
            row.setTimestamp(++i, Timestamp.from(order.receivedAt()));
            row.setObject(++i, order.caseId());
            row.setObject(++i, order.nowCase());
            row.setObject(++i, order.report());
            row.setString(++i, order.firstUnit());
            row.setInt(++i, order.passed());
            row.setInt(++i, order.again());
            row.setString(++i, order.told());
        });
    }

    public List<PastCall> contacts(Tenant tenant, UUID caseId) {
        return sql.sql("""
                select e.at, e.actor_id::uuid as staff, e.actor_name, e.note, (f ->> 'reached')::boolean as reached
                from casework.case_event e, jsonb_array_elements(e.effects::jsonb) f
                where e.tenant = :tenant and e.case_id = :case and e.action = 'contact' and e.actor_kind = 'staff'
                    and f ->> 'fact' = 'contacted'
                order by e.seq
                """)
                .param("tenant", tenant.code())
                .param("case", caseId)
                .query((row, n) -> new PastCall(
                        row.getTimestamp("at").toInstant(),
                        row.getObject("staff", UUID.class),
                        row.getString("actor_name"),
                        row.getBoolean("reached"),
                        row.getString("note") == null ? "" : row.getString("note")))
                .list();
    }

    /** @param number with its middle hidden */
    public void add(Tenant tenant, PastOrder order, List<PastCall> calls, String number, Ids ids) {
        jdbc.batchUpdate("""
                insert into hotline.call (tenant, id, order_no, case_id, report, staff, staff_name, at, number, result, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, calls, calls.size(), (row, call) -> {
            int i = 0;
            row.setInt(++i, tenant.code());
            row.setObject(++i, ids.next());
            row.setString(++i, order.no());
            row.setObject(++i, order.caseId());
            row.setObject(++i, order.report());
            row.setObject(++i, call.staff());
            row.setString(++i, call.name());
            row.setTimestamp(++i, Timestamp.from(call.at()));
            row.setString(++i, number);
            row.setString(++i, (call.reached() ? CallResult.REACHED : CallResult.NO_ANSWER).id());
            row.setString(++i, call.note());
        });
    }
}

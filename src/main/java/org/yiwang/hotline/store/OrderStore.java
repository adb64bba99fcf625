package org.yiwang.hotline.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.hotline.model.OrderKind;
import org.yiwang.hotline.model.OrderRow;
import org.yiwang.hotline.model.UpperOrder;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** Orders as rows. */
@Component
public class OrderStore {
    private static final String COLUMNS = """
            no, kind, urgent, category, received_at, due_at, placed, linked, taken_at, case_id, now_case, report_id, first_unit, passed, again, told
            """;

    private final JdbcClient sql;

    OrderStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether the order was not there before; whoever else brings the same number waits until this transaction ends. */
    public boolean add(Tenant tenant, UpperOrder order, String placed, boolean linked, Instant now) {
        return sql.sql("""
                insert into hotline.orders (tenant, no, kind, urgent, category, received_at, due_at, placed, linked, taken_at)
                values (:tenant, :no, :kind, :urgent, :category, :received, :due, :placed, :linked, :now)
                on conflict (tenant, no) do nothing
                """)
                        .param("tenant", tenant.code())
                        .param("no", order.no())
                        .param("kind", order.kind().id())
                        .param("urgent", order.urgent())
                        .param("category", order.category())
                        .param("received", Timestamp.from(order.receivedAt()))
                        .param("due", order.dueAt() == null ? null : Timestamp.from(order.dueAt()))
                        .param("placed", placed)
                        .param("linked", linked)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    public void became(Tenant tenant, String no, UUID caseId, @Nullable UUID report) {
        sql.sql("""
                update hotline.orders set case_id = :case, now_case = :case, report_id = :report where tenant = :tenant and no = :no
                """)
                .param("tenant", tenant.code())
                .param("no", no)
                .param("case", caseId)
                .param("report", report)
                .update();
    }

    /** Takes over what a later sheet says of an order that is there. */
    public void change(Tenant tenant, UpperOrder order) {
        sql.sql("""
                update hotline.orders set kind = :kind, urgent = :urgent, category = :category, due_at = :due, words = :words
                where tenant = :tenant and no = :no
                """)
                .param("tenant", tenant.code())
                .param("no", order.no())
                .param("kind", order.kind().id())
                .param("urgent", order.urgent())
                .param("category", order.category())
                .param("due", order.dueAt() == null ? null : Timestamp.from(order.dueAt()))
                .param("words", order.words())
                .update();
    }

    /** What a later sheet has said of the matter; empty as long as that is what the report says. */
    public Optional<String> laterWords(Tenant tenant, String no) {
        return sql.sql("select words from hotline.orders where tenant = :tenant and no = :no and words is not null")
                .param("tenant", tenant.code())
                .param("no", no)
                .query(String.class)
                .optional();
    }

    /** An order that came by a sheet is known to the interface now. */
    public void link(Tenant tenant, String no) {
        sql.sql("update hotline.orders set linked = true where tenant = :tenant and no = :no")
                .param("tenant", tenant.code())
                .param("no", no)
                .update();
    }

    public Optional<OrderRow> find(Tenant tenant, String no) {
        return sql.sql("select " + COLUMNS + " from hotline.orders where tenant = :tenant and no = :no")
                .param("tenant", tenant.code())
                .param("no", no)
                .query((row, n) -> order(row))
                .optional();
    }

    /** Orders that are handled in this case now: several where callers complain of one matter. */
    public List<OrderRow> ofCase(Tenant tenant, UUID caseId) {
        return sql.sql("select " + COLUMNS
                        + " from hotline.orders where tenant = :tenant and now_case = :case order by received_at, no")
                .param("tenant", tenant.code())
                .param("case", caseId)
                .query((row, n) -> order(row))
                .list();
    }

    /** The first unit that gets an order stays answerable for it. */
    public void firstReceived(Tenant tenant, String no, UnitId unit) {
        sql.sql(
                        "update hotline.orders set first_unit = :unit where tenant = :tenant and no = :no and first_unit is null")
                .param("tenant", tenant.code())
                .param("no", no)
                .param("unit", unit.value())
                .update();
    }

    public void passedOn(Tenant tenant, String no) {
        bump(tenant, no, "passed");
    }

    public void handledAgain(Tenant tenant, String no) {
        bump(tenant, no, "again");
    }

    private void bump(Tenant tenant, String no, String counter) {
        sql.sql("update hotline.orders set " + counter + " = " + counter + " + 1 where tenant = :tenant and no = :no")
                .param("tenant", tenant.code())
                .param("no", no)
                .update();
    }

    public void movedTo(Tenant tenant, String no, UUID caseId) {
        sql.sql("update hotline.orders set now_case = :case where tenant = :tenant and no = :no")
                .param("tenant", tenant.code())
                .param("no", no)
                .param("case", caseId)
                .update();
    }

    /** @param status in the upper platform's letters */
    public void told(Tenant tenant, String no, String status) {
        sql.sql("update hotline.orders set told = :status where tenant = :tenant and no = :no")
                .param("tenant", tenant.code())
                .param("no", no)
                .param("status", status)
                .update();
    }

    /** Orders that the upper platform received within the span. */
    public List<OrderRow> received(Tenant tenant, Instant from, Instant to) {
        return sql.sql(
                        "select " + COLUMNS
                                + " from hotline.orders where tenant = :tenant and received_at >= :from and received_at < :to order by no")
                .param("tenant", tenant.code())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, n) -> order(row))
                .list();
    }

    static OrderRow order(ResultSet row) throws SQLException {
        String unit = row.getString("first_unit");
        Timestamp due = row.getTimestamp("due_at");
        return new OrderRow(
                row.getString("no"),
                OrderKind.of(row.getString("kind")),
                row.getBoolean("urgent"),
                row.getString("category"),
                row.getTimestamp("received_at").toInstant(),
                due == null ? null : due.toInstant(),
                row.getString("placed"),
                row.getBoolean("linked"),
                row.getTimestamp("taken_at").toInstant(),
                row.getObject("case_id", UUID.class),
                row.getObject("now_case", UUID.class),
                row.getObject("report_id", UUID.class),
                unit == null ? null : new UnitId(unit),
                row.getInt("passed"),
                row.getInt("again"),
                row.getString("told"));
    }
}

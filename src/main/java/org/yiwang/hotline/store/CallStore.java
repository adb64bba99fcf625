package org.yiwang.hotline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.hotline.model.CallResult;
import org.yiwang.platform.Tenant;

/** Calls to callers. */
@Component
public class CallStore {
    private final JdbcClient sql;

    CallStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param number with its middle hidden */
    public record Call(
            UUID id,
            String no,
            UUID caseId,
            UUID report,
            UUID staff,
            String staffName,
            Instant at,
            String number,
            CallResult result,
            String note) {}

    public void add(Tenant tenant, Call call) {
        sql.sql("""
                insert into hotline.call (tenant, id, order_no, case_id, report, staff, staff_name, at, number, result, note)
                values (:tenant, :id, :no, :case, :report, :staff, :name, :at, :number, :result, :note)
                """)
                .param("tenant", tenant.code())
                .param("id", call.id())
                .param("no", call.no())
                .param("case", call.caseId())
                .param("report", call.report())
                .param("staff", call.staff())
                .param("name", call.staffName())
                .param("at", Timestamp.from(call.at()))
                .param("number", call.number())
                .param("result", call.result().id())
                .param("note", call.note())
                .update();
    }

    public List<Call> of(Tenant tenant, String no) {
        return sql.sql("select * from hotline.call where tenant = :tenant and order_no = :no order by at")
                .param("tenant", tenant.code())
                .param("no", no)
                .query((row, n) -> new Call(
                        row.getObject("id", UUID.class),
                        row.getString("order_no"),
                        row.getObject("case_id", UUID.class),
                        row.getObject("report", UUID.class),
                        row.getObject("staff", UUID.class),
                        row.getString("staff_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("number"),
                        CallResult.of(row.getString("result")),
                        row.getString("note")))
                .list();
    }
}

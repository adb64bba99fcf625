package org.yiwang.alarms.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** Which alarm belongs to which case, and which case stands for a matter of a place now. */
@Component
public class CaseAlarmStore {
    private final JdbcClient db;

    public CaseAlarmStore(JdbcClient db) {
        this.db = db;
    }

    /** A matter of a place: of these only one case is open at a time. */
    public record Matter(String scenario, String place, String matter) {}

    /**
     * @param how opened, joined, reopened or refused
     * @param why code of the refusal and what it speaks of, each behind a tab
     * @param verdict what the case was told last of whether the alarm was right
     */
    public record Link(
            String alarm,
            @Nullable UUID caseId,
            @Nullable String number,
            String how,
            @Nullable String why,
            @Nullable String verdict,
            Instant at) {}

    public Optional<UUID> current(Tenant tenant, Matter matter) {
        return db.sql(
                        "select case_id from alarms.matter where tenant = ? and scenario = ? and place = ? and matter = ?")
                .params(tenant.code(), matter.scenario(), matter.place(), matter.matter())
                .query(UUID.class)
                .optional();
    }

    public void stand(Tenant tenant, Matter matter, UUID id) {
        db.sql("""
               insert into alarms.matter (tenant, scenario, place, matter, case_id) values (?, ?, ?, ?, ?)
               on conflict (tenant, scenario, place, matter) do update set case_id = excluded.case_id
               """)
                .params(tenant.code(), matter.scenario(), matter.place(), matter.matter(), id)
                .update();
    }

    /** No further alarm joins the case. */
    public void closeTheWay(Tenant tenant, UUID id) {
        db.sql("delete from alarms.matter where tenant = ? and case_id = ?")
                .params(tenant.code(), id)
                .update();
    }

    /** Whether it was not linked before; then nothing is changed. */
    public boolean link(Tenant tenant, Link link) {
        return db.sql("""
                      insert into alarms.case_alarm (tenant, alarm, case_id, number, how, why, at)
                      values (:tenant, :alarm, :case, :number, :how, :why, :at) on conflict do nothing
                      """)
                        .param("tenant", tenant.code())
                        .param("alarm", link.alarm())
                        .param("case", link.caseId())
                        .param("number", link.number())
                        .param("how", link.how())
                        .param("why", link.why())
                        .param("at", Timestamp.from(link.at()))
                        .update()
                > 0;
    }

    public Optional<Link> of(Tenant tenant, String alarm) {
        return links(tenant, List.of(alarm)).stream().findFirst();
    }

    public List<Link> links(Tenant tenant, Collection<String> alarms) {
        return db.sql("select * from alarms.case_alarm where tenant = :tenant and alarm = any(:alarms)")
                .param("tenant", tenant.code())
                .param("alarms", alarms.toArray(String[]::new))
                .query(CaseAlarmStore::link)
                .list();
    }

    /** Of this case: how many alarms, and how many of them nobody has called false. */
    public record Sum(int all, int standing) {}

    public Sum sum(Tenant tenant, UUID id) {
        return db.sql("""
                      select count(*)::int, (count(*) filter (where a.verdict is distinct from 'false'))::int
                      from alarms.case_alarm l join alarms.alarm a on a.tenant = l.tenant and a.id = l.alarm
                      where l.tenant = ? and l.case_id = ?
                      """)
                .params(tenant.code(), id)
                .query((row, number) -> new Sum(row.getInt(1), row.getInt(2)))
                .single();
    }

    /** The case was told what a person has said about the alarm. */
    public void told(Tenant tenant, String alarm, String verdict) {
        db.sql("update alarms.case_alarm set verdict = ? where tenant = ? and alarm = ?")
                .params(verdict, tenant.code(), alarm)
                .update();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getString("alarm"),
                row.getObject("case_id", UUID.class),
                row.getString("number"),
                row.getString("how"),
                row.getString("why"),
                row.getString("verdict"),
                row.getTimestamp("at").toInstant());
    }
}

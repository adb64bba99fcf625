package org.yiwang.lists.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.MatterScope;
import org.yiwang.lists.model.ListKind;
import org.yiwang.lists.model.Standing;
import org.yiwang.lists.model.TaskList;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** The rows of lists. */
@Component
public class ListStore {
    public static final int LISTS_MAX = 500;

    private final JdbcClient db;

    ListStore(JdbcClient db) {
        this.db = db;
    }

    public void add(Tenant tenant, TaskList list) {
        db.sql("""
               insert into lists.list (tenant, id, kind, title, note, from_day, to_day, matter, areas, units, opened_at, opened_by)
               values (:tenant, :id, :kind, :title, :note, :from, :to, :matter, :areas, :units, :at, :by)
               """)
                .param("tenant", tenant.code())
                .param("id", list.id())
                .param("kind", list.kind().id())
                .param("title", list.title())
                .param("note", list.note())
                .param("from", Date.valueOf(list.from()))
                .param("to", date(list.to()))
                .param("matter", list.matter().categories().toArray(String[]::new))
                .param("areas", list.matter().areas().toArray(String[]::new))
                .param("units", list.matter().units().toArray(String[]::new))
                .param("at", Timestamp.from(list.openedAt()))
                .param("by", list.openedBy())
                .update();
    }

    /** @return whether it was open until now */
    public boolean close(Tenant tenant, UUID id, Instant at) {
        return db.sql("update lists.list set closed_at = :at where tenant = :tenant and id = :id and closed_at is null")
                        .param("tenant", tenant.code())
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    public Optional<TaskList> find(Tenant tenant, UUID id) {
        return db.sql("select * from lists.list where tenant = :tenant and id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> list(row))
                .optional();
    }

    /** The open list of this kind and title. */
    public Optional<TaskList> open(Tenant tenant, ListKind kind, String title) {
        return db.sql("""
                      select * from lists.list where tenant = :tenant and kind = :kind and title = :title and closed_at is null
                      """)
                .param("tenant", tenant.code())
                .param("kind", kind.id())
                .param("title", title)
                .query((row, n) -> list(row))
                .optional();
    }

    /**
     * The open ones first, then the latest.
     *
     * @param unit whose items count; all where it is missing
     */
    public List<Standing> all(Tenant tenant, @Nullable UnitId unit, LocalDate today) {
        return db.sql("""
                      select l.*, count(i.id) as total, count(i.id) filter (where i.ended_at is null) as open,
                          count(i.id) filter (where i.state in ('given', 'under-way') and i.due < :today) as late,
                          count(i.id) filter (where i.state = 'handed-in') as handed_in
                      from lists.list l left join lists.item i on i.tenant = l.tenant and i.list = l.id
                          and (:unit::text is null or i.unit = :unit or :unit = any(i.helpers))
                      where l.tenant = :tenant
                      group by l.tenant, l.id
                      order by l.closed_at is not null, l.opened_at desc, l.id desc limit :limit
                      """)
                .param("tenant", tenant.code())
                .param("unit", unit == null ? null : unit.value())
                .param("today", Date.valueOf(today))
                .param("limit", LISTS_MAX)
                .query((row, n) -> new Standing(
                        list(row),
                        row.getInt("total"),
                        row.getInt("open"),
                        row.getInt("late"),
                        row.getInt("handed_in")))
                .list();
    }

    /** Takes the next number of a list; its row stays locked until the transaction ends, so that no number is left out. */
    public int nextNumber(Tenant tenant, UUID id) {
        return db.sql("update lists.list set items = items + 1 where tenant = :tenant and id = :id returning items")
                .param("tenant", tenant.code())
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static TaskList list(ResultSet row) throws SQLException {
        Date to = row.getDate("to_day");
        Timestamp closed = row.getTimestamp("closed_at");
        return new TaskList(
                row.getObject("id", UUID.class),
                ListKind.of(row.getString("kind")),
                row.getString("title"),
                row.getString("note"),
                row.getDate("from_day").toLocalDate(),
                to == null ? null : to.toLocalDate(),
                new MatterScope(words(row, "matter"), words(row, "areas"), words(row, "units")),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("opened_by"),
                closed == null ? null : closed.toInstant());
    }

    private static Set<String> words(ResultSet row, String column) throws SQLException {
        return new LinkedHashSet<>(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}

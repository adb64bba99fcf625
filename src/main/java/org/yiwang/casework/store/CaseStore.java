package org.yiwang.casework.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.platform.Tenant;

/**
 * Reads a case in one statement and writes a step in one round trip: several statements sent together commit together (the extended protocol's implicit
 * transaction), or belong to the caller's transaction where there is one.
 */
@Component
public class CaseStore {
    private static final String LOAD = """
            select c.*, k.clocks,
                case when c.reporters = 0 then '[]' else
                    (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'channel', r.channel, 'at', r.at,
                        'within_amount', r.within_amount, 'within_unit', r.within_unit, 'answer_due_at', r.answer_due_at,
                        'answer', r.answer, 'answered_at', r.answered_at, 'satisfaction', r.satisfaction,
                        'solved', r.solved) order by r.at, r.id), '[]')
                    from casework.case_report r where r.tenant = c.tenant and r.case_id = c.id) end as reports,
                exists (select 1 from casework.case_event e
                    where e.tenant = c.tenant and e.case_id = c.id and e.actor_id = ? and e.request_key = ?) as repeated
            from casework.cases c join casework.case_clocks k on k.tenant = c.tenant and k.case_id = c.id
            """;
    private static final String EVENTS =
            "select * from casework.case_event where tenant = ? and case_id = ? order by seq";
    private static final String EARLIER =
            "select action, note from casework.case_event where tenant = ? and case_id = ? and actor_id = ? and request_key = ?";
    private static final String OPEN_CHILDREN =
            "select count(*) from casework.cases where tenant = ? and id = any(?) and open";

    private final DataSource source;
    private final CaseReader reader;
    private final RecentCases recent;
    private final SQLExceptionTranslator translator;

    public CaseStore(DataSource source, CaseReader reader, RecentCases recent) {
        this.source = source;
        this.reader = reader;
        this.recent = recent;
        this.translator = new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");
    }

    public Optional<StoredCase> find(Tenant tenant, UUID id) {
        return find(tenant, id, null, null).map(Found::stored);
    }

    public Optional<StoredCase> findByNumber(Tenant tenant, String number) {
        return one(LOAD + "where c.tenant = ? and c.number = ?", tenant, number, null, null)
                .map(Found::stored);
    }

    /** The case as this node saw it last, if it still remembers; somebody else may have moved it on since. */
    public Optional<StoredCase> recent(Tenant tenant, UUID id) {
        return recent.find(tenant, id);
    }

    /** A case, and whether this person's request of this key was carried out before. */
    public record Found(StoredCase stored, boolean isRepeated) {}

    public Optional<Found> find(Tenant tenant, UUID id, @Nullable String actor, @Nullable String key) {
        return one(LOAD + "where c.tenant = ? and c.id = ?", tenant, id, actor, key);
    }

    /** A step that was taken under a key. */
    public record Earlier(String action, @Nullable String note) {}

    public Earlier earlier(Tenant tenant, UUID id, String actor, String key) {
        return with(EARLIER, statement -> {
            statement.setInt(1, tenant.code());
            statement.setObject(2, id);
            statement.setString(3, actor);
            statement.setString(4, key);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new Earlier(rows.getString(1), rows.getString(2));
            }
        });
    }

    public List<CaseEvent> events(Tenant tenant, UUID id) {
        return with(EVENTS, statement -> {
            statement.setInt(1, tenant.code());
            statement.setObject(2, id);
            List<CaseEvent> events = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) events.add(reader.event(rows));
            }
            return events;
        });
    }

    /** How many of these cases are not closed yet. */
    public int open(Tenant tenant, List<UUID> ids) {
        if (ids.isEmpty()) return 0;
        return with(OPEN_CHILDREN, statement -> {
            statement.setInt(1, tenant.code());
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private Optional<Found> one(String sql, Tenant tenant, Object id, @Nullable String actor, @Nullable String key) {
        return with(sql, statement -> {
            statement.setString(1, actor);
            statement.setString(2, key);
            statement.setInt(3, tenant.code());
            statement.setObject(4, id);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) return Optional.empty();
                Found found = new Found(reader.stored(rows), rows.getBoolean("repeated"));
                recent.keep(found.stored());
                return Optional.of(found);
            }
        });
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Work<T> work) {
        Connection connection = DataSourceUtils.getConnection(source);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw translated(sql, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private RuntimeException translated(String sql, SQLException e) {
        RuntimeException known = translator.translate("case", sql, e);
        return known != null ? known : new IllegalStateException(e);
    }
}

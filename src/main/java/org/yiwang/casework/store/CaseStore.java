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
            select c.*,
                   coalesce((select jsonb_agg(to_jsonb(k) - 'tenant' - 'case_id' order by k.started_at, k.name, k.round)
                             from casework.case_clock k where k.tenant = c.tenant and k.case_id = c.id), '[]') as clocks,
                   coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'channel', r.channel, 'at', r.at,
                                'within_amount', r.within_amount, 'within_unit', r.within_unit, 'answer_due_at', r.answer_due_at,
                                'answer', r.answer, 'answered_at', r.answered_at, 'satisfaction', r.satisfaction,
                                'solved', r.solved) order by r.at, r.id)
                             from casework.case_report r where r.tenant = c.tenant and r.case_id = c.id), '[]') as reports
            from casework.cases c
            """;
    private static final String EVENTS =
            "select * from casework.case_event where tenant = ? and case_id = ? order by seq";
    private static final String REQUEST =
            "select 1 from casework.case_event where tenant = ? and actor_id = ? and request_key = ?";
    private static final String OPEN_CHILDREN =
            "select count(*) from casework.cases where tenant = ? and id = any(?) and open";

    private final DataSource source;
    private final CaseReader reader;
    private final SQLExceptionTranslator translator;

    public CaseStore(DataSource source, CaseReader reader) {
        this.source = source;
        this.reader = reader;
        this.translator = new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");
    }

    public Optional<StoredCase> find(Tenant tenant, UUID id) {
        return one(LOAD + "where c.tenant = ? and c.id = ?", tenant, id);
    }

    public Optional<StoredCase> findByNumber(Tenant tenant, String number) {
        return one(LOAD + "where c.tenant = ? and c.number = ?", tenant, number);
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

    /** Whether this person's request of this key was carried out before. */
    public boolean knowsRequest(Tenant tenant, String actor, String key) {
        return with(REQUEST, statement -> {
            statement.setInt(1, tenant.code());
            statement.setString(2, actor);
            statement.setString(3, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        });
    }

    private Optional<StoredCase> one(String sql, Tenant tenant, Object key) {
        return with(sql, statement -> {
            statement.setInt(1, tenant.code());
            statement.setObject(2, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reader.stored(rows)) : Optional.empty();
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

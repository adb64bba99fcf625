package org.yiwang.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.yiwang.platform.Tenant;

/** How a connection is bound to its tenant: once, when it is opened, so that no step pays for it. */
public final class OwnRows {
    /** The role that the application works as; it owns nothing and passes no policy. */
    public static final String ROLE = "yiwang_app";

    /**
     * Within a transaction gives it the owner's view over all tenants, for the few jobs that belong to the database as a whole: sealing and checking the audit
     * trail. Ends with the transaction.
     */
    public static final String SEE_ALL = "set local role none";

    private OwnRows() {}

    /** The statement that binds a new connection. Where the role is not to be had, only the tenant is set. */
    public static String binding(Tenant tenant) {
        return """
                select set_config('yiwang.tenant', '%d', false), set_config('role', coalesce((select rolname::text from pg_roles
                    where rolname = '%s' and pg_has_role(session_user, oid, 'member')), 'none'), false)
                """.formatted(tenant.code(), ROLE);
    }

    /** The same database, each connection bound to the tenant. */
    public static DataSource of(DataSource source, Tenant tenant) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                try (Statement statement = connection.createStatement()) {
                    statement.execute(binding(tenant));
                    return connection;
                } catch (SQLException e) {
                    connection.close();
                    throw e;
                }
            }
        };
    }
}

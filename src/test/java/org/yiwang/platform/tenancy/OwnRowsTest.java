package org.yiwang.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.TestDatabase;
import org.yiwang.platform.Tenant;

/** R29: what the application forgets to ask for, the database still does not show. */
@Tag("database")
class OwnRowsTest {
    private static final Tenant DAQIAO = new Tenant(310110018);
    private static final Tenant PINGLIANG = new Tenant(310110019);

    private final DataSource owner = TestDatabase.fresh().dataSource();
    private final DataSource bound = OwnRows.of(owner, DAQIAO);
    private final JdbcClient db = JdbcClient.create(bound);

    @BeforeEach
    void a_unit_in_each_of_two_sub_districts() {
        for (Tenant tenant : List.of(DAQIAO, PINGLIANG)) {
            JdbcClient.create(OwnRows.of(owner, tenant))
                    .sql(
                            "insert into organisation.unit (tenant, id, name, name_en, kind, place) values (?, 'centre', ?, '', 'centre', 1)")
                    .params(tenant.code(), "中心 " + tenant.code())
                    .update();
        }
    }

    @Test
    void a_query_that_forgot_the_tenant_sees_its_own_alone() {
        assertThat(names(db)).containsExactly("中心 310110018");
        assertThat(names(JdbcClient.create(owner))).hasSize(2);
    }

    @Test
    void nothing_can_be_written_for_or_moved_to_another() {
        assertThatThrownBy(() -> db.sql("update organisation.unit set tenant = ?")
                        .param(PINGLIANG.code())
                        .update())
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> db.sql("insert into casework.category (tenant, code, content) values (?, 'X', '{}')")
                        .param(PINGLIANG.code())
                        .update())
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void anothers_rows_are_neither_changed_nor_deleted() {
        assertThat(db.sql("update organisation.unit set name_en = 'mine'").update())
                .isEqualTo(1);
        assertThat(db.sql("delete from organisation.unit where tenant = ?")
                        .param(PINGLIANG.code())
                        .update())
                .isZero();
        assertThat(names(JdbcClient.create(owner))).hasSize(2);
    }

    @Test
    void a_connection_bound_to_nobody_sees_nothing() {
        JdbcClient stranger = JdbcClient.create(owner);
        new TransactionTemplate(new JdbcTransactionManager(owner)).executeWithoutResult(status -> {
            stranger.sql("set local role yiwang_app").update();
            assertThat(names(stranger)).isEmpty();
        });
    }

    @Test
    void jobs_for_the_whole_database_see_all_until_their_transaction_ends() {
        new TransactionTemplate(new JdbcTransactionManager(bound)).executeWithoutResult(status -> {
            db.sql(OwnRows.SEE_ALL).update();
            assertThat(names(db)).hasSize(2);
        });
        assertThat(names(db)).hasSize(1);
    }

    @Test
    void the_application_owns_nothing_and_cannot_touch_what_was_recorded() {
        assertThatThrownBy(() -> db.sql("alter table organisation.unit disable row level security")
                        .update())
                .hasStackTraceContaining("must be owner");
        assertThatThrownBy(() -> db.sql("delete from platform.audit").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> db.sql("update platform.seal set chains = 0").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void no_table_with_a_tenant_was_forgotten() {
        List<String> open =
                JdbcClient.create(owner).sql("""
                select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
                where a.attname = 'tenant' and c.relkind in ('r', 'p') and c.relnamespace <> 'pg_catalog'::regnamespace
                    and not (c.relrowsecurity and exists (select from pg_policy where polrelid = c.oid and polname = 'own_tenant'))
                """).query(String.class).list();
        assertThat(open).isEmpty();
    }

    /** A condition by an operator that could leak is not taken to an index behind a policy. */
    @Test
    void what_queries_look_for_by_index_may_be_looked_for_behind_the_policy() {
        List<String> leaky =
                JdbcClient.create(owner).sql("""
                select p.oid::regprocedure::text from pg_proc p where not proleakproof and proname in
                ('uuid_eq', 'texteq', 'int4eq', 'byteaeq', 'timestamptz_le', 'timestamptz_lt', 'timestamptz_ge', 'xid8ge', 'xid8_ge', 'date_eq', 'int8gt')
                """).query(String.class).list();
        assertThat(leaky).isEmpty();
    }

    private static List<String> names(JdbcClient db) {
        return db.sql("select name from organisation.unit order by tenant")
                .query(String.class)
                .list();
    }
}

package org.yiwang.organisation.store;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.model.Account;
import org.yiwang.organisation.model.Scope;
import org.yiwang.organisation.model.Settings;
import org.yiwang.organisation.model.StaffDraft;
import org.yiwang.platform.Tenant;

/** The tables of staff with their roles and scopes. */
@Component
public class StaffStore {
    private static final String SELECT = """
            select s.tenant, s.id, s.login, s.name, s.name_en, s.unit, s.active, s.password, s.large_type, s.locale,
                array(select role from organisation.staff_role r where r.tenant = s.tenant and r.staff = s.id) as roles,
                array(select code from organisation.staff_scope c
                      where c.tenant = s.tenant and c.staff = s.id and c.kind = 'area') as areas,
                array(select code from organisation.staff_scope c
                      where c.tenant = s.tenant and c.staff = s.id and c.kind = 'committee') as committees,
                array(select code from organisation.staff_scope c
                      where c.tenant = s.tenant and c.staff = s.id and c.kind = 'cell') as cells
            from organisation.staff s
            """;

    private final JdbcClient db;

    public StaffStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<Account> find(Tenant tenant, UUID id) {
        return db.sql(SELECT + " where s.tenant = ? and s.id = ?")
                .params(tenant.code(), id)
                .query((row, number) -> account(row))
                .optional();
    }

    public Optional<Account> ofLogin(Tenant tenant, String login) {
        return db.sql(SELECT + " where s.tenant = ? and s.login = ?")
                .params(tenant.code(), login)
                .query((row, number) -> account(row))
                .optional();
    }

    /** All accounts, also those no longer active, by unit and login. */
    public List<Account> all(Tenant tenant) {
        return db.sql(SELECT + """
                 join organisation.unit u on u.tenant = s.tenant and u.id = s.unit
                 where s.tenant = ? order by u.place, u.id, s.login
                 """)
                .param(tenant.code())
                .query((row, number) -> account(row))
                .list();
    }

    public List<String> cellsOf(Tenant tenant, UUID staff) {
        return db.sql(
                        "select code from organisation.staff_scope where tenant = ? and staff = ? and kind = 'cell' order by code")
                .params(tenant.code(), staff)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Active staff who walk this cell. */
    public List<Account> ofCell(Tenant tenant, String cell) {
        return db.sql(SELECT + """
                 join organisation.staff_scope w on w.tenant = s.tenant and w.staff = s.id
                 where s.tenant = ? and w.kind = 'cell' and w.code = ? and s.active order by s.login
                 """)
                .params(tenant.code(), cell)
                .query((row, number) -> account(row))
                .list();
    }

    public boolean isEmpty(Tenant tenant) {
        return db.sql("select not exists (select 1 from organisation.staff where tenant = ?)")
                .param(tenant.code())
                .query(Boolean.class)
                .single();
    }

    /** Holds all changes of a sub-district's staff in one order until the transaction ends, so that a rule about all of them stays true. */
    public void lock(Tenant tenant) {
        db.sql("select pg_advisory_xact_lock(hashtext('organisation.staff'), ?)")
                .param(tenant.code())
                .query((row, number) -> true)
                .single();
    }

    /** Other active holders of the role who can sign in. */
    public int othersWith(Tenant tenant, Role role, UUID except) {
        return db.sql("""
                      select count(*) from organisation.staff s join organisation.staff_role r on r.tenant = s.tenant and r.staff = s.id
                      where s.tenant = ? and r.role = ? and s.id <> ? and s.active and s.password is not null
                      """)
                .params(tenant.code(), role.id(), except)
                .query(Integer.class)
                .single();
    }

    public void add(Tenant tenant, UUID id, StaffDraft draft, @Nullable String password) {
        db.sql("""
               insert into organisation.staff (tenant, id, login, password, name, name_en, unit, active)
               values (?, ?, ?, ?, ?, ?, ?, ?)
               """)
                .param(tenant.code())
                .param(id)
                .param(draft.login())
                .param(password)
                .param(draft.name())
                .param(draft.nameEn())
                .param(draft.unit().value())
                .param(draft.active())
                .update();
        addPosts(tenant, id, draft);
    }

    public void change(Tenant tenant, UUID id, StaffDraft draft) {
        db.sql("""
               update organisation.staff set login = ?, name = ?, name_en = ?, unit = ?, active = ? where tenant = ? and id = ?
               """)
                .params(
                        draft.login(),
                        draft.name(),
                        draft.nameEn(),
                        draft.unit().value())
                .param(draft.active())
                .param(tenant.code())
                .param(id)
                .update();
        for (String table : List.of("staff_role", "staff_scope")) {
            db.sql("delete from organisation." + table + " where tenant = ? and staff = ?")
                    .params(tenant.code(), id)
                    .update();
        }
        addPosts(tenant, id, draft);
    }

    public void setPassword(Tenant tenant, UUID id, String password) {
        db.sql("update organisation.staff set password = ? where tenant = ? and id = ?")
                .params(password, tenant.code(), id)
                .update();
    }

    public void setSettings(Tenant tenant, UUID id, Settings settings) {
        db.sql("update organisation.staff set large_type = ?, locale = ? where tenant = ? and id = ?")
                .params(settings.largeType(), settings.locale(), tenant.code(), id)
                .update();
    }

    private void addPosts(Tenant tenant, UUID id, StaffDraft draft) {
        db.sql("insert into organisation.staff_role (tenant, staff, role) select ?, ?, unnest(?::text[])")
                .params(tenant.code(), id, names(draft.roles(), Role::id))
                .update();
        addScope(tenant, id, "area", names(draft.scope().areas(), UnitId::value));
        addScope(tenant, id, "committee", names(draft.scope().committees(), UnitId::value));
        addScope(tenant, id, "cell", names(draft.scope().cells(), code -> code));
    }

    private void addScope(Tenant tenant, UUID id, String kind, String[] codes) {
        if (codes.length == 0) return;
        db.sql("insert into organisation.staff_scope (tenant, staff, kind, code) select ?, ?, ?, unnest(?::text[])")
                .params(tenant.code(), id, kind, codes)
                .update();
    }

    private static <T> String[] names(Collection<T> values, java.util.function.Function<T, String> name) {
        return values.stream().map(name).sorted().toArray(String[]::new);
    }

    private static Account account(ResultSet row) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        Set<Role> roles = texts(row, "roles").map(Role::of).collect(toUnmodifiableSet());
        Scope scope = new Scope(
                texts(row, "areas").map(UnitId::new).collect(toUnmodifiableSet()),
                texts(row, "committees").map(UnitId::new).collect(toUnmodifiableSet()),
                texts(row, "cells").collect(toUnmodifiableSet()));
        Staff staff = new Staff(
                row.getObject("id", UUID.class),
                new Tenant(row.getInt("tenant")),
                row.getString("login"),
                row.getString("name"),
                row.getString("name_en"),
                unit,
                roles,
                Access.sight(roles, unit, scope.areas(), scope.committees()));
        Settings settings = new Settings(row.getBoolean("large_type"), row.getString("locale"));
        return new Account(staff, row.getBoolean("active"), scope, row.getString("password"), settings);
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }
}

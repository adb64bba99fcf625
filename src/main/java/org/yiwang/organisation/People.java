package org.yiwang.organisation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** The staff of a sub-district. */
@Component
public class People {
    private static final String COLUMNS =
            "select s.tenant, s.id, s.login, s.name, s.name_en, s.unit, s.roles, s.areas, s.committees, s.password from organisation.staff s ";

    private final JdbcClient db;
    private final Secrets secrets;

    People(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    /** A new account as an administrator enters it. */
    public record NewStaff(
            UUID id,
            String login,
            String name,
            String nameEn,
            UnitId unit,
            Set<Role> roles,
            Set<UnitId> areas,
            Set<UnitId> committees) {}

    /** A person with the stored form of the password. */
    record Account(Staff staff, String password) {}

    public Optional<Staff> find(Tenant tenant, UUID id) {
        return db.sql(COLUMNS + "where s.tenant = ? and s.id = ? and s.active")
                .params(tenant.code(), id)
                .query((row, number) -> staff(row))
                .optional();
    }

    /** Active staff, narrowed by unit, role and a part of the name or login where these are given. */
    public List<Staff> list(Tenant tenant, Optional<UnitId> unit, Optional<Role> role, Optional<String> text) {
        return db.sql(COLUMNS + """
                          where s.tenant = :tenant and s.active
                            and (:unit::text is null or s.unit = :unit) and (:role::text is null or :role = any(s.roles))
                            and (:text::text is null or s.name ilike '%' || :text || '%' or s.login ilike '%' || :text || '%')
                          order by s.unit, s.login limit 500
                          """)
                .param("tenant", tenant.code())
                .param("unit", unit.map(UnitId::value).orElse(null))
                .param("role", role.map(Role::id).orElse(null))
                .param("text", text.orElse(null))
                .query((row, number) -> staff(row))
                .list();
    }

    Optional<Account> account(String login) {
        return db.sql(COLUMNS + "where s.login = ? and s.active")
                .param(login)
                .query((row, number) -> new Account(staff(row), row.getString("password")))
                .optional();
    }

    /** Whether anybody at all can sign in. */
    public boolean isEmpty() {
        return !db.sql("select exists (select 1 from organisation.staff)")
                .query(Boolean.class)
                .single();
    }

    /** A password as it is stored; made once where many accounts begin with the same one. */
    public record Hashed(String encoded) {}

    public Hashed hash(String password) {
        return new Hashed(secrets.encode(password));
    }

    public void add(Tenant tenant, NewStaff person, Hashed password) {
        db.sql("""
               insert into organisation.staff (tenant, id, login, password, name, name_en, unit, roles, areas, committees)
               values (:tenant, :id, :login, :password, :name, :nameEn, :unit, :roles, :areas, :committees)
               """)
                .param("tenant", tenant.code())
                .param("id", person.id())
                .param("login", person.login())
                .param("password", password.encoded())
                .param("name", person.name())
                .param("nameEn", person.nameEn())
                .param("unit", person.unit().value())
                .param("roles", person.roles().stream().map(Role::id).toArray(String[]::new))
                .param("areas", person.areas().stream().map(UnitId::value).toArray(String[]::new))
                .param(
                        "committees",
                        person.committees().stream().map(UnitId::value).toArray(String[]::new))
                .update();
    }

    private static Staff staff(ResultSet row) throws SQLException {
        UnitId unit = new UnitId(row.getString("unit"));
        Set<Role> roles = texts(row.getArray("roles")).map(Role::of).collect(Collectors.toUnmodifiableSet());
        Set<UnitId> areas = texts(row.getArray("areas")).map(UnitId::new).collect(Collectors.toUnmodifiableSet());
        Set<UnitId> committees =
                texts(row.getArray("committees")).map(UnitId::new).collect(Collectors.toUnmodifiableSet());
        return new Staff(
                row.getObject("id", UUID.class),
                new Tenant(row.getInt("tenant")),
                row.getString("login"),
                row.getString("name"),
                row.getString("name_en"),
                unit,
                roles,
                Access.sight(roles, unit, areas, committees));
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray());
    }
}

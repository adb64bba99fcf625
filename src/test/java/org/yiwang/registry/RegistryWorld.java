package org.yiwang.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.TestDatabase;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.personal.Keys;
import org.yiwang.platform.tenancy.OwnRows;
import org.yiwang.registry.model.GivenEntry;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.store.Stores;
import org.yiwang.registry.usecase.UseCases;
import org.yiwang.territory.Daqiao;
import org.yiwang.territory.Territories;
import org.yiwang.territory.TestTerritories;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A database with the registers of the example packages, the example's map, and people of every reach. */
public final class RegistryWorld {
    public static final Tenant TENANT = new Tenant(310110018);
    public static final Instant NOW = Instant.parse("2021-11-09T02:00:00Z");
    static final Staff OPERATOR = person(1, "张派遣", "centre", Role.OPERATOR, true);
    static final Staff CLERK = person(2, "王居委", "c03", Role.COMMITTEE, false);
    static final Staff SQUAD = person(3, "钱城管", "chengguan", Role.HANDLER, false);
    private static final JsonMapper JSON = new JsonMapper();

    public final JdbcClient db;
    public final TransactionTemplate transaction;
    public final Registers registers;
    public final Stores stores;
    public final UseCases use;
    public final Territories territories;

    public RegistryWorld() {
        DataSource source = OwnRows.of(TestDatabase.fresh().dataSource(), TENANT);
        db = JdbcClient.create(source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        territories = TestTerritories.of(db, Daqiao.FOLDER, NOW);
        stores = new Stores(db, Keys.upTo(1));
        registers = new Registers(stores.definitions);
        use = new UseCases(
                stores, registers, territories, transaction, new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(7)));
        PackageFiles.publish(registers);
    }

    public Register building() {
        return registers.require(TENANT, "building");
    }

    public Register shop() {
        return registers.require(TENANT, "shop");
    }

    /** An entry at a point of the sub-district, with these fields as JSON. */
    static GivenEntry given(String data) {
        return new GivenEntry((ObjectNode) JSON.readTree(data), 121.5399, 31.2716, null);
    }

    static Staff person(int number, String name, String unit, Role role, boolean everything) {
        UnitId own = new UnitId(unit);
        Set<UnitId> committees = unit.startsWith("c0") ? Set.of(own) : Set.of();
        return new Staff(
                new UUID(0, number),
                TENANT,
                "p" + number,
                name,
                name,
                own,
                Set.of(role),
                new Sight(everything, Set.of(), committees, own));
    }
}

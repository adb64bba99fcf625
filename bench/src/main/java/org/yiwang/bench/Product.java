package org.yiwang.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.yiwang.Yiwang;
import org.yiwang.casework.CasePlaces;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Place;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.SeedOrganisation;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.postgres.PostgresServer;
import org.yiwang.scenario.TakeInBundled;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;
import org.yiwang.territory.TerritoryImport;

/** The product inside this process, all of it but the web server, on the demonstration's territory and people and an empty queue. */
final class Product implements AutoCloseable {
    static final Tenant TENANT = new Tenant(310110018);
    static final String PASSWORD = "bench-7-steps-a-life";
    private static final Path EXAMPLE = Path.of("examples", "daqiao");

    private final ConfigurableApplicationContext context;

    private Product(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Product open(Database database, Path data) throws Exception {
        return open(database, data, Map.of());
    }

    /** @param settings beside those of every measurement */
    static Product open(Database database, Path data, Map<String, Object> settings) throws Exception {
        SpringApplication application = new SpringApplication(Yiwang.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.addInitializers(fresh -> fresh.getBeanFactory().addBeanPostProcessor(recording()));
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(Map.of(
                "logging.level.org.yiwang", "WARN",
                "yiwang.data", data.toString(),
                "spring.datasource.url", database.server().jdbcUrl(),
                "spring.datasource.username", PostgresServer.USER,
                "spring.datasource.password", database.server().password()));
        application.setDefaultProperties(all);
        Product product = new Product(application.run());
        product.seed();
        return product;
    }

    private static BeanPostProcessor recording() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new Recorder(source) : bean;
            }
        };
    }

    /** The equal process has no photo, so the category asks for none here. */
    private void seed() throws Exception {
        get(TerritoryImport.class).importFolder(EXAMPLE);
        get(SeedOrganisation.class).seed(EXAMPLE.resolve("organisation.yaml"), login -> PASSWORD);
        get(TakeInBundled.class).run();
        CatalogueStore catalogue = get(CatalogueStore.class);
        catalogue.refresh();
        Category c = catalogue.of(TENANT).category(Script.CATEGORY);
        catalogue.save(
                TENANT,
                new Category(
                        c.code(),
                        c.parent(),
                        c.kind(),
                        c.zh(),
                        c.en(),
                        c.isPublic(),
                        c.selfHandle(),
                        c.urgent(),
                        new Category.Photos(0, 0),
                        c.limits(),
                        c.reply(),
                        c.lead()));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Recorder recorder() {
        return (Recorder) get(DataSource.class);
    }

    /** The n-th person who plays this part in the script; people share the work when there are more clients. */
    Staff person(Role role, int number) {
        UnitId unit =
                switch (role) {
                    case INSPECTOR -> Script.COMMITTEE;
                    case HANDLER -> Script.SQUAD;
                    default -> new UnitId("centre");
                };
        List<Staff> some = get(People.class).list(TENANT, Optional.of(unit), Optional.of(role), Optional.empty());
        return some.get(number % some.size());
    }

    Place place() {
        Territory territory = get(Territories.class).of(TENANT);
        int cell = 0;
        while (!territory.cells().get(cell).committee().equals(Script.COMMITTEE.value())) cell++;
        LonLat middle = territory.middleOf(cell);
        return get(CasePlaces.class).at(TENANT, middle.lon(), middle.lat(), null, "长阳路近宁国路");
    }

    @Override
    public void close() {
        context.close();
    }
}

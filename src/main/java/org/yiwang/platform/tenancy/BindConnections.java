package org.yiwang.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.yiwang.platform.Tenant;

/** The pool's connections work for the tenant of this process; migrations have a connection of the owner's. */
@Configuration(proxyBeanMethods = false)
class BindConnections {
    @Bean
    static BeanPostProcessor boundPool(Environment settings) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    int tenant = settings.getRequiredProperty("yiwang.tenant", Integer.class);
                    pool.setConnectionInitSql(OwnRows.binding(new Tenant(tenant)));
                }
                return bean;
            }
        };
    }

    @Bean
    FlywayConfigurationCustomizer migrationsAsOwner(JdbcConnectionDetails place) {
        return flyway -> flyway.dataSource(place.getJdbcUrl(), place.getUsername(), place.getPassword());
    }
}

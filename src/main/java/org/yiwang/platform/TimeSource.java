package org.yiwang.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place where the wall clock is read. */
@Configuration(proxyBeanMethods = false)
class TimeSource {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

package org.yiwang.platform;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place where the wall clock is read. */
@Configuration(proxyBeanMethods = false)
class TimeSource {
    /** The time; the demonstration lives some years back, by an offset that is fixed at its first start. */
    @Bean
    Clock clock(@Value("${yiwang.clock.offset-seconds:0}") long offsetSeconds) {
        return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(offsetSeconds));
    }
}

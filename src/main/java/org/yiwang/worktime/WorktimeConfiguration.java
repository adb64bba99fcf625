package org.yiwang.worktime;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorktimeConfiguration {

    /** @param file years and hours of the installation's own, empty for none */
    @Bean
    Calendars calendars(@Value("${yiwang.worktime.calendar:}") String file) {
        return file.isBlank() ? Calendars.shipped() : Calendars.shippedWith(Path.of(file));
    }

    @Bean
    WorkCalendar office(Calendars calendars) {
        return calendars.named(Calendars.OFFICE);
    }
}

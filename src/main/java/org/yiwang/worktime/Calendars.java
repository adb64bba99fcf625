package org.yiwang.worktime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendars the product knows, read from their data files. */
@Configuration(proxyBeanMethods = false)
public class Calendars {
    private static final String FILE = "/worktime/calendar-cn.yaml";

    /** The office's own calendar: state holidays, make-up days and office hours. */
    @Bean
    public static WorkCalendar office() {
        try (InputStream yaml = Calendars.class.getResourceAsStream(FILE)) {
            if (yaml == null) throw new IllegalStateException(FILE + " is missing from this build");
            return new WorkCalendar(CalendarData.read(yaml), "office");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

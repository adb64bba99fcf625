package org.yiwang.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class WorktimeConfigurationTest {
    private static AnnotationConfigApplicationContext context(Map<String, Object> settings) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", settings));
        context.register(WorktimeConfiguration.class);
        context.refresh();
        return context;
    }

    @Test
    void without_settings_the_office_keeps_the_shipped_calendar() {
        try (AnnotationConfigApplicationContext context = context(Map.of())) {
            assertThat(context.getBean(Calendars.class).names()).containsExactly("duty", "office");
            assertThat(context.getBean(WorkCalendar.class).last()).isEqualTo(LocalDate.of(2027, 12, 31));
        }
    }

    @Test
    void a_calendar_file_of_the_installation_is_taken_up(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.yaml"), "years: {2028: {notice: 暂定, provisional: true, holidays: []}}");
        try (AnnotationConfigApplicationContext context =
                context(Map.of("yiwang.worktime.calendar", file.toString()))) {
            WorkCalendar office = context.getBean(WorkCalendar.class);
            assertThat(office.last()).isEqualTo(LocalDate.of(2028, 12, 31));
            assertThat(office.isProvisional(2028)).isTrue();
        }
    }

    @Test
    void a_faulty_calendar_file_stops_the_start_and_is_named(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), "years: {2029: {notice: n, holidays: []}}");
        Map<String, Object> settings = Map.of("yiwang.worktime.calendar", file.toString());
        assertThatThrownBy(() -> context(settings).close())
                .rootCause()
                .hasMessageContaining("years: 2028 is missing between its neighbours. Add it.");
    }
}

package org.yiwang.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.yiwang.platform.RefusedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CalendarControllerTest {
    private static final CalendarController CONTROLLER = new CalendarController(Calendars.office());

    private static JsonNode day(Locale locale, LocalDate date) {
        JsonNode year = new JsonMapper().valueToTree(CONTROLLER.year(date.getYear(), locale));
        return year.get("days").get(date.getDayOfYear() - 1);
    }

    @Test
    void a_year_is_all_its_days_with_its_notice() {
        CalendarController.CalendarYear year = CONTROLLER.year(2024, Locale.CHINA);
        assertThat(year.days()).hasSize(366);
        assertThat(year.notice()).isEqualTo("国办发明电〔2023〕7号");
        assertThat(year.provisional()).isFalse();
    }

    @Test
    void a_day_has_date_kind_and_the_name_in_the_caller_s_language() {
        JsonNode holiday = day(Locale.CHINA, LocalDate.of(2021, 10, 1));
        assertThat(holiday.toString()).isEqualTo("{\"date\":\"2021-10-01\",\"kind\":\"holiday\",\"name\":\"国庆节\"}");
        JsonNode makeUp = day(Locale.ENGLISH, LocalDate.of(2021, 10, 9));
        assertThat(makeUp.toString())
                .isEqualTo("{\"date\":\"2021-10-09\",\"kind\":\"make-up\",\"name\":\"National Day\"}");
        assertThat(day(Locale.CHINA, LocalDate.of(2021, 10, 10)).get("kind").asString())
                .isEqualTo("weekend");
        assertThat(day(Locale.CHINA, LocalDate.of(2021, 10, 11)).get("kind").asString())
                .isEqualTo("working");
    }

    @Test
    void a_year_without_data_is_refused() {
        assertThatThrownBy(() -> CONTROLLER.year(2028, Locale.CHINA)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> CONTROLLER.year(Integer.MAX_VALUE, Locale.CHINA))
                .isInstanceOf(RefusedException.class);
    }
}

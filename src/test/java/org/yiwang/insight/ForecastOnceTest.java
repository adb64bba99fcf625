package org.yiwang.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.HttpVisitor;
import org.yiwang.RunningDemo;
import org.yiwang.platform.Tenant;

/** The coming week's load is made once after a day; whoever looks at it gets what was kept. */
@Tag("database")
class ForecastOnceTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static final LocalDate YESTERDAY = LocalDate.of(2021, 12, 30);
    private static RunningDemo demo;

    @BeforeAll
    static void load() throws Exception {
        demo = RunningDemo.loaded();
    }

    @Test
    void the_kept_forecast_says_what_it_said_when_it_was_made_and_is_not_made_again() {
        ForecastLoad forecast = demo.bean(ForecastLoad.class);
        long began = System.nanoTime();
        List<ForecastLoad.Line> made = forecast.make(TENANT, YESTERDAY);
        long between = System.nanoTime();
        assertThat(made).hasSizeGreaterThan(10);
        assertThat(forecast.after(TENANT, YESTERDAY)).isEqualTo(made);
        String madeAt = madeAt();
        HttpVisitor chief = demo.signedIn("chief");
        long asking = System.nanoTime();
        assertThat(chief.get("/api/v1/insight/forecast").json().get("items")).hasSize(made.size());
        long end = System.nanoTime();
        assertThat(madeAt()).isEqualTo(madeAt);
        System.out.printf(
                "insight | forecast of %d lines made in %d ms, asked for in %d ms%n",
                made.size(), millis(between - began), millis(end - asking));
    }

    @Test
    void a_forecast_after_an_earlier_day_does_not_take_the_place_of_a_later_one() {
        ForecastLoad forecast = demo.bean(ForecastLoad.class);
        forecast.after(TENANT, YESTERDAY);
        assertThat(forecast.after(TENANT, YESTERDAY.minusDays(7))).isNotEmpty();
        assertThat(demo.bean(JdbcClient.class)
                        .sql("select day from insight.forecast")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(YESTERDAY);
    }

    private static String madeAt() {
        return demo.bean(JdbcClient.class)
                .sql("select xmin || ' ' || made_at from insight.forecast")
                .query(String.class)
                .single();
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}

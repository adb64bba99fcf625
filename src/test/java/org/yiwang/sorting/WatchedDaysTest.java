package org.yiwang.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.RunningDemo;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Entries;
import org.yiwang.sorting.model.Measure;
import org.yiwang.sorting.model.Observed;
import org.yiwang.sorting.model.Observed.Days;
import org.yiwang.sorting.model.Observed.Spell;
import org.yiwang.sorting.model.Place;
import org.yiwang.sorting.model.Trial;
import org.yiwang.sorting.store.TrialStore;

/** Point-days as the log and the alarms of devices give them. The days lie long before everything else of the demonstration. */
@Tag("database")
class WatchedDaysTest {
    private static final Tenant TENANT = new Tenant(310110018);
    private static final LocalDate FIRST = LocalDate.of(2019, 6, 3);
    private static final Days DAYS = new Days(FIRST, FIRST.plusDays(3));

    private static RunningDemo demo;
    private static JdbcClient db;
    private static Place place;
    private static String device;

    @BeforeAll
    static void load() throws Exception {
        demo = RunningDemo.loaded();
        db = demo.bean(JdbcClient.class);
        place = demo.bean(ReadSorting.class).ground(TENANT).places().stream()
                .filter(one -> one.estate().equals("富天苑"))
                .findFirst()
                .orElseThrow();
        device = demo.bean(Entries.class).all(TENANT, "waste-sensor").stream()
                .filter(one -> one.data().path("point").asString("").equals(place.point()))
                .map(one -> one.data().path("serial").asString(""))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void forget() {
        db.sql("delete from sensing.tally where device = ? and (day < '2020-01-01' or day = '2021-12-11')")
                .params(device)
                .update();
        db.sql("delete from alarms.alarm where id like 'watched-days-%'").update();
    }

    @Test
    void a_day_counts_where_the_device_was_heard_less_the_time_of_its_silence() {
        heard(FIRST);
        heard(FIRST.plusDays(1));
        heard(FIRST.plusDays(3));
        alarm("offline", "2019-06-03T12:00:00+08:00", "2019-06-04T06:00:00+08:00", null);
        Observed seen = observed();
        assertThat(seen.watched().get(place.point()))
                .containsOnlyKeys(FIRST, FIRST.plusDays(1), FIRST.plusDays(3))
                .containsEntry(FIRST, 0.5)
                .containsEntry(FIRST.plusDays(1), 0.75)
                .containsEntry(FIRST.plusDays(3), 1.0);
        assertThat(seen.watched(List.of(new Spell(place.point(), DAYS)))).isEqualTo(2.25);
    }

    @Test
    void alarms_are_counted_where_somebody_listened_and_nobody_called_them_false() {
        heard(FIRST);
        alarm("bags", "2019-06-03T08:00:00+08:00", "2019-06-03T09:00:00+08:00", null);
        alarm("bags", "2019-06-03T18:00:00+08:00", "2019-06-03T19:00:00+08:00", "true");
        alarm("bags", "2019-06-03T20:00:00+08:00", "2019-06-03T21:00:00+08:00", "false");
        alarm("overflow", "2019-06-03T23:59:00+08:00", null, null);
        alarm("full", "2019-06-03T10:00:00+08:00", null, null);
        List<Spell> spells = List.of(new Spell(place.point(), DAYS));
        assertThat(observed().rate(Measure.BESIDE, spells).alarms()).isEqualTo(2);
        assertThat(observed().rate(Measure.OVERFLOW, spells).alarms()).isEqualTo(1);
        assertThat(observed().rate(Measure.OUT_OF_HOURS, spells).alarms()).isZero();
        assertThat(observed().rate(Measure.BESIDE, spells).perHundred()).isEqualTo(200);
    }

    @Test
    void a_week_with_as_many_alarms_as_agreed_proposes_to_put_the_guide_back() {
        Trial pilots = demo.bean(TrialStore.class).list(TENANT, 100).stream()
                .filter(trial -> trial.plan().title().startsWith("富天苑"))
                .findFirst()
                .orElseThrow();
        heard(LocalDate.of(2021, 12, 11));
        int agreed = Objects.requireNonNull(pilots.plan().putBackAt());
        for (int i = 0; i < agreed - 1; i++) alarm("bags", "2021-12-11T18:00:00+08:00", null, null);
        assertThat(alarmed(pilots)).isEmpty();
        alarm("overflow", "2021-12-11T20:00:00+08:00", null, null);
        assertThat(alarmed(pilots)).singleElement().satisfies(one -> {
            assertThat(one.point()).isEqualTo(place.point());
            assertThat(one.alarms()).isEqualTo(agreed);
        });
    }

    private static List<EvaluateTrial.Alarmed> alarmed(Trial trial) {
        return demo.bean(EvaluateTrial.class)
                .look(TENANT, trial, Instant.parse("2021-12-15T02:00:00Z"))
                .alarmed();
    }

    private static Observed observed() {
        return demo.bean(ReadSorting.class).observed(TENANT, List.of(place), DAYS, RunningDemo.OPENING);
    }

    private static void heard(LocalDate day) {
        db.sql("insert into sensing.tally (tenant, device, day, messages) values (?, ?, ?, 96)")
                .params(TENANT.code(), device, day)
                .update();
    }

    private static int number;

    private static void alarm(
            String rule,
            String raised,
            @org.jspecify.annotations.Nullable String cleared,
            @org.jspecify.annotations.Nullable String verdict) {
        db.sql("""
               insert into alarms.alarm (tenant, id, device, kind, family, rule, part, severity, worst, raised_at, cleared_at, cause, values, asked, withheld,
                   episode, number, label, verdict)
               values (:tenant, :id, :device, 'waste/waste-sensor', :device, :rule, '', 'minor', 'minor', :raised::timestamptz, :cleared::timestamptz, '', '{}', '[]', '[]',
                   1, 1, '', :verdict)
               """)
                .param("tenant", TENANT.code())
                .param("id", "watched-days-" + number++)
                .param("device", device)
                .param("rule", rule)
                .param("raised", raised)
                .param("cleared", cleared)
                .param("verdict", verdict)
                .update();
    }
}

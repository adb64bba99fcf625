package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.casework.CaseWorld.TENANT;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.store.Stores;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Ids;
import org.yiwang.platform.audit.AuditFixture;
import org.yiwang.platform.feed.FeedFixture;
import org.yiwang.platform.personal.Keys;

/** R39 for cases: what somebody changes in the database behind the product's back is found, with its place. */
@Tag("database")
class CaseChainsTest {
    private static final Instant START = CaseWorld.at("2021-11-09T09:00");

    private final CaseWorld world = new CaseWorld(7);
    private final FeedFixture feed = new FeedFixture(4);
    private final AuditFixture audit;
    private StoredCase stored;

    CaseChainsTest(@TempDir Path folder) {
        Stores stores = Stores.on(feed.pool);
        audit = new AuditFixture(folder, feed.pool, List.of(stores.chains(feed.jdbc, feed.outbox)));
    }

    @BeforeEach
    void a_case_with_four_events_under_two_seals() {
        for (UnitId unit : world.catalogue.units()) {
            feed.jdbc
                    .sql(
                            "insert into organisation.unit (tenant, id, name, name_en, kind, place) values (?, ?, ?, ?, 'department', 1)")
                    .params(TENANT.code(), unit.value(), unit.value(), unit.value())
                    .update();
        }
        Stores stores = Stores.on(feed.pool);
        Ids ids = new Ids(Clock.fixed(START, ZoneOffset.UTC));
        CatalogueStore catalogue =
                new CatalogueStore(feed.jdbc, stores.json(), new StandardCatalogue(), world.flow, world.calendar, ids);
        ReportCase report = new ReportCase(catalogue, stores.writer(), ids);
        CaseIntake intake = new CaseIntake(
                report,
                new ReportStore(feed.jdbc, Keys.personalData()),
                catalogue,
                new FindSubject(feed.jdbc, FindSubject.Records.NONE),
                ids,
                feed.transaction());
        ActOnCase act = new ActOnCase(stores.store(), stores.writer(), catalogue, report, feed.transaction());
        CaseIntake.Matter matter = new CaseIntake.Matter(
                Channel.DESK,
                world.categoryCodes().getFirst(),
                null,
                "树倒在路上",
                null,
                CaseWorld.PLACE,
                List.of(),
                null,
                null);
        stored = intake.take(TENANT, matter, CaseWorld.OPERATOR, START, null);
        audit.seal();
        for (int n = 1; n <= 3; n++) {
            ActionInput note = new ActionInput.Builder().note("第 " + n + " 次").build();
            ActOnCase.Request comment = ActOnCase.Request.of(stored.file().id(), "comment", note);
            stored = act.act(TENANT, comment, CaseWorld.OPERATOR, START.plusSeconds(n));
        }
        audit.seal();
    }

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void untouched_events_are_sound() {
        assertThat(audit.differences()).isEmpty();
        assertThat(leaves()).isEqualTo(2);
    }

    @Test
    void an_altered_event_is_named() {
        run("update casework.case_event set note = 'nothing' where seq = 3");
        assertThat(audit.differences()).containsExactly(place(3) + ": its content is not what was written");
    }

    @Test
    void an_event_moved_in_time_is_named() {
        run("update casework.case_event set at = at - interval '1 hour' where seq = 2");
        assertThat(audit.differences()).containsExactly(place(2) + ": its content is not what was written");
    }

    @Test
    void a_deleted_event_is_named() {
        run("delete from casework.case_event where seq = 2");
        assertThat(audit.differences()).containsExactly(place(2) + ": it is missing; row 3 follows row 1");
    }

    @Test
    void events_cut_off_with_the_case_set_back_are_named() {
        run("delete from casework.case_event where seq > 2");
        run("update casework.cases c set seq = 2, head = (select hash from casework.case_event where seq = 2)");
        assertThat(audit.differences())
                .containsExactly(place(3) + ": it is missing; seal 2 covers the chain up to row 4");
    }

    @Test
    void a_case_that_vanished_is_named() {
        run("delete from casework.case_event");
        run("delete from casework.cases");
        assertThat(audit.differences())
                .containsExactly(place(1) + ": it is missing; seal 1 covers the chain up to row 1");
    }

    private String place(int row) {
        return "case %s row %d".formatted(stored.file().id(), row);
    }

    private int leaves() {
        return feed.jdbc
                .sql("select count(*) from platform.seal_leaf")
                .query(Integer.class)
                .single();
    }

    private void run(String sql) {
        feed.jdbc.sql(sql).update();
    }
}

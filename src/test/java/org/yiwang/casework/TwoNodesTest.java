package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yiwang.casework.CaseWorld.OPERATOR;
import static org.yiwang.casework.CaseWorld.SQUAD;
import static org.yiwang.casework.CaseWorld.SQUAD_HANDLER;
import static org.yiwang.casework.CaseWorld.TENANT;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.TestDatabase;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Stage;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.store.CaseJson;
import org.yiwang.casework.store.Stores;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Ids;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.personal.Keys;

/** Two nodes work on one database; each remembers the case as it saw it last, which is no longer how it stands. */
@Tag("database")
class TwoNodesTest {
    private static final CaseWorld WORLD = new CaseWorld(7);
    private static final Instant START = CaseWorld.at("2021-11-09T09:00");
    private static HikariDataSource source;
    private static CatalogueStore catalogue;

    private final Stores hereStores = Stores.on(source);
    private final Stores thereStores = Stores.on(source);
    private final ActOnCase here = node(hereStores);
    private final ActOnCase there = node(thereStores);
    private final UUID id = report();

    @BeforeAll
    static void open() {
        TestDatabase.Place place = TestDatabase.fresh();
        source = new HikariDataSource();
        source.setJdbcUrl(place.url());
        source.setUsername(place.user());
        source.setPassword(place.password());
        JdbcClient db = JdbcClient.create(source);
        for (UnitId unit : WORLD.catalogue.units()) {
            db.sql(
                            "insert into organisation.unit (tenant, id, name, name_en, kind, place) values (?, ?, ?, ?, 'department', 1)")
                    .params(TENANT.code(), unit.value(), unit.value(), unit.value())
                    .update();
        }
        catalogue = new CatalogueStore(
                db, new CaseJson(), new StandardCatalogue(), WORLD.flow, WORLD.calendar, new Ids(Clock.systemUTC()));
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void what_the_remembered_case_would_refuse_is_decided_on_the_stored_one() {
        bothRemember();
        here.act(TENANT, request("accept", ActionInput.NONE, null), OPERATOR, START.plusSeconds(60));
        StoredCase after = there.act(TENANT, request("dispatch", squad(), null), OPERATOR, START.plusSeconds(120));
        assertThat(after.file().stage()).isEqualTo(Stage.DISPATCHED);
        assertThat(after.file().seq()).isEqualTo(3);
    }

    @Test
    void what_the_remembered_case_would_grant_is_refused_when_it_was_done_elsewhere() {
        bothRemember();
        here.act(TENANT, request("accept", ActionInput.NONE, null), OPERATOR, START.plusSeconds(60));
        assertThat(refusal("accept", ActionInput.NONE, OPERATOR)).isEqualTo("case.not-in-this-stage");
        assertThat(hereStores.store().events(TENANT, id)).hasSize(2);
    }

    @Test
    void a_request_repeated_on_the_other_node_has_one_effect() {
        bothRemember();
        ActOnCase.Request comment =
                request("comment", new ActionInput.Builder().note("已联系").build(), "key-of-one-request");
        here.act(TENANT, comment, OPERATOR, START.plusSeconds(60));
        StoredCase again = there.act(TENANT, comment, OPERATOR, START.plusSeconds(120));
        assertThat(again.file().seq()).isEqualTo(2);
        assertThat(hereStores.store().events(TENANT, id)).hasSize(2);
    }

    @Test
    void who_could_see_the_remembered_case_only_is_told_that_there_is_none() {
        here.act(TENANT, request("accept", ActionInput.NONE, null), OPERATOR, START.plusSeconds(60));
        here.act(TENANT, request("dispatch", squad(), null), OPERATOR, START.plusSeconds(120));
        thereStores.store().find(TENANT, id);
        ActionInput other = new ActionInput.Builder()
                .unit(CaseWorld.GREEN)
                .reason("wrong-unit")
                .build();
        here.act(TENANT, request("redispatch", other, null), OPERATOR, START.plusSeconds(180));
        assertThat(refusal("claim", ActionInput.NONE, SQUAD_HANDLER)).isEqualTo("case.not-found");
    }

    private void bothRemember() {
        hereStores.store().find(TENANT, id);
        thereStores.store().find(TENANT, id);
    }

    private String refusal(String action, ActionInput input, Actor actor) {
        return catchThrowableOfType(
                        RefusedException.class,
                        () -> there.act(TENANT, request(action, input, null), actor, START.plusSeconds(240)))
                .refusal()
                .code();
    }

    private static ActionInput squad() {
        return new ActionInput.Builder().unit(SQUAD).build();
    }

    private ActOnCase.Request request(String action, ActionInput input, @org.jspecify.annotations.Nullable String key) {
        return new ActOnCase.Request(id, action, input, null, key);
    }

    private static ActOnCase node(Stores stores) {
        ReportCase report = new ReportCase(catalogue, stores.writer(), new Ids(Clock.systemUTC()));
        return new ActOnCase(stores.store(), stores.writer(), catalogue, report, transaction());
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    private UUID report() {
        Ids ids = new Ids(Clock.systemUTC());
        CaseIntake intake = new CaseIntake(
                new ReportCase(catalogue, hereStores.writer(), ids),
                new ReportStore(JdbcClient.create(source), Keys.personalData()),
                catalogue,
                new FindSubject(JdbcClient.create(source), FindSubject.Records.NONE),
                ids,
                transaction());
        CaseIntake.Matter matter = new CaseIntake.Matter(
                Channel.GRID, "E0501", null, "水果摊摆到人行道上", null, CaseWorld.PLACE, List.of(), null, null);
        return intake.take(TENANT, matter, CaseWorld.INSPECTOR, START, null)
                .file()
                .id();
    }
}

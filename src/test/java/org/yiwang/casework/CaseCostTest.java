package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.casework.CaseWorld.CHIEF;
import static org.yiwang.casework.CaseWorld.GREEN;
import static org.yiwang.casework.CaseWorld.GREEN_HANDLER;
import static org.yiwang.casework.CaseWorld.INSPECTOR;
import static org.yiwang.casework.CaseWorld.OPERATOR;
import static org.yiwang.casework.CaseWorld.SQUAD;
import static org.yiwang.casework.CaseWorld.SQUAD_HANDLER;
import static org.yiwang.casework.CaseWorld.SUPERVISOR;
import static org.yiwang.casework.CaseWorld.TENANT;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.casework.model.Stage;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.store.CaseJson;
import org.yiwang.casework.store.Stores;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Ids;
import org.yiwang.platform.personal.Keys;
import org.yiwang.worktime.Limit;

/** What a step costs the database: every statement is counted, whoever sends it. */
@Tag("database")
class CaseCostTest {
    private static final int STATEMENTS_PER_STEP_MAX = 6;
    private static final int ROUND_TRIPS_PER_STEP_MAX = 2;
    private static final ActionInput NOTE = input().note("已现场查看").build();
    private static final ActionInput PHOTO =
            input().note("已清理").evidence(photo()).build();
    private static final CaseWorld WORLD = new CaseWorld(6);

    private static HikariDataSource source;
    private static CountedStatements counted;
    private static CatalogueStore catalogue;

    private final List<String> dear = new ArrayList<>();
    private Instant now = CaseWorld.at("2021-11-09T09:00");
    private StoredCase stored = report(Stores.on(counted));

    @BeforeAll
    static void open() {
        TestDatabase.Place place = TestDatabase.fresh();
        source = new HikariDataSource();
        source.setJdbcUrl(place.url());
        source.setUsername(place.user());
        source.setPassword(place.password());
        counted = new CountedStatements(source);
        JdbcClient db = JdbcClient.create(source);
        for (UnitId unit : WORLD.catalogue.units()) {
            db.sql(
                            "insert into organisation.unit (tenant, id, name, name_en, kind, place) values (?, ?, ?, ?, 'department', 1)")
                    .params(TENANT.code(), unit.value(), unit.value(), unit.value())
                    .update();
        }
        catalogue = new CatalogueStore(
                db, new CaseJson(), new StandardCatalogue(), WORLD.flow, WORLD.calendar, new Ids(Clock.systemUTC()));
        catalogue.decide(TENANT);
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void every_action_in_the_life_of_a_case_costs_at_most_six_statements_in_two_round_trips() {
        wholeLife();
        assertThat(dear).as("steps that cost more").isEmpty();
        assertThat(stored.file().stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_node_that_remembers_the_case_takes_the_step_in_one_round_trip() {
        Stores here = Stores.on(counted);
        here.store().find(TENANT, stored.file().id());
        counted.reset();
        node(here).act(TENANT, request("accept", ActionInput.NONE), OPERATOR, now.plusSeconds(60));
        assertThat(counted.roundTrips()).isEqualTo(1);
        assertThat(counted.statements()).isEqualTo(4);
    }

    /** Each step is taken by a node that has not seen the case before, so that the reading is counted. */
    private void wholeLife() {
        step(OPERATOR, "ask-check", ActionInput.NONE);
        step(INSPECTOR, "check", input().found(true).note("属实").build());
        step(OPERATOR, "correct", input().category("E0506").title("乱设摊").build());
        step(OPERATOR, "accept", ActionInput.NONE);
        step(OPERATOR, "contact", input().reached(true).note("已联系").build());
        step(OPERATOR, "dispatch", input().unit(SQUAD).build());
        step(
                SQUAD_HANDLER,
                "ask-return",
                input().reason("not-our-duty").note("三定方案第七条").build());
        step(OPERATOR, "refuse-return", NOTE);
        step(SQUAD_HANDLER, "claim", ActionInput.NONE);
        step(
                OPERATOR,
                "add-assistant",
                input().units(List.of(new ActionInput.Task(GREEN, "清运垃圾"))).build());
        step(GREEN_HANDLER, "assist-done", PHOTO);
        step(
                SQUAD_HANDLER,
                "ask-extension",
                input().reason("complex").limit(Limit.workingDays(1)).build());
        step(OPERATOR, "grant-extension", ActionInput.NONE);
        step(OPERATOR, "urge", NOTE);
        step(SUPERVISOR, "supervise", NOTE);
        step(CHIEF, "suspend", input().reason("weather").note("台风").build());
        step(CHIEF, "resume", ActionInput.NONE);
        step(OPERATOR, "comment", NOTE);
        step(SQUAD_HANDLER, "feedback", PHOTO);
        step(INSPECTOR, "fail", NOTE);
        step(SQUAD_HANDLER, "feedback", PHOTO);
        step(INSPECTOR, "pass", PHOTO);
        step(OPERATOR, "close", input().answer("已整改，感谢您的反映。").build());
        step(
                OPERATOR,
                "visit",
                input().reached(true).solved(true).satisfaction(5).build());
        step(OPERATOR, "reopen", input().reason("relapse").note("又出现").build());
        step(OPERATOR, "dispatch", input().unit(SQUAD).build());
        step(SQUAD_HANDLER, "claim", ActionInput.NONE);
        step(SQUAD_HANDLER, "feedback", PHOTO);
        step(INSPECTOR, "pass", PHOTO);
        step(OPERATOR, "close", input().answer("再次整改完毕。").build());
    }

    private void step(Actor actor, String action, ActionInput input) {
        now = now.plusSeconds(60);
        ActOnCase fresh = node(Stores.on(counted));
        counted.reset();
        stored = fresh.act(TENANT, request(action, input), actor, now);
        if (counted.statements() > STATEMENTS_PER_STEP_MAX || counted.roundTrips() > ROUND_TRIPS_PER_STEP_MAX)
            dear.add("%s: %d statements in %d round trips"
                    .formatted(action, counted.statements(), counted.roundTrips()));
    }

    private ActOnCase.Request request(String action, ActionInput input) {
        return new ActOnCase.Request(
                stored.file().id(),
                action,
                input,
                stored.file().seq(),
                UUID.randomUUID().toString());
    }

    private static ActOnCase node(Stores stores) {
        ReportCase report = new ReportCase(catalogue, stores.writer(), new Ids(Clock.systemUTC()));
        return new ActOnCase(stores.store(), stores.writer(), catalogue, report, transaction());
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(counted));
    }

    private StoredCase report(Stores stores) {
        Ids ids = new Ids(Clock.systemUTC());
        CaseIntake intake = new CaseIntake(
                new ReportCase(catalogue, stores.writer(), ids),
                new ReportStore(JdbcClient.create(counted), Keys.personalData()),
                catalogue,
                new FindSubject(JdbcClient.create(counted), FindSubject.Records.NONE),
                ids,
                transaction());
        CaseIntake.Matter matter = new CaseIntake.Matter(
                Channel.RESIDENT,
                "E0501",
                null,
                "水果摊摆到人行道上",
                null,
                CaseWorld.PLACE,
                List.of(),
                new ReportStore.Reporter("居民", "13900000000", "反映"),
                null);
        return intake.take(TENANT, matter, OPERATOR, now, null);
    }

    private static ActionInput.Builder input() {
        return new ActionInput.Builder();
    }

    private static List<Evidence> photo() {
        return List.of(new Evidence(new UUID(9, 9), EvidenceKind.OTHER, "image/jpeg", "a.jpg"));
    }
}

package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.casework.CaseWorld.COMMITTEE;
import static org.yiwang.casework.CaseWorld.GREEN;
import static org.yiwang.casework.CaseWorld.SQUAD;
import static org.yiwang.casework.CaseWorld.TENANT;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseHistory;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Clock;
import org.yiwang.casework.model.ClockName;
import org.yiwang.casework.model.Evidence;
import org.yiwang.casework.model.EvidenceKind;
import org.yiwang.casework.model.Stage;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.store.Stores;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Ids;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.personal.Keys;
import org.yiwang.worktime.Limit;

/**
 * Several people work the same cases at once with thousands of random actions on a real database. Afterwards nothing may be lost, doubled or inconsistent: the
 * stored present of every case must equal what its events give.
 */
@Tag("database")
class CaseModelTest {
    private static final int CASES = 40;
    private static final int ACTORS = 6;
    private static final int ACTIONS_PER_ACTOR = 900;
    private static final long SEED = 20211109;
    private static final Instant START = CaseWorld.at("2021-11-09T09:00");

    private static HikariDataSource source;
    private static Stores stores;
    private static ActOnCase act;
    private static CaseIntake intake;
    private static final CaseWorld WORLD = new CaseWorld(SEED);

    @BeforeAll
    static void open() {
        TestDatabase.Place place = TestDatabase.fresh();
        source = new HikariDataSource();
        source.setJdbcUrl(place.url());
        source.setUsername(place.user());
        source.setPassword(place.password());
        source.setMaximumPoolSize(ACTORS + 2);
        JdbcClient db = JdbcClient.create(source);
        for (UnitId unit : WORLD.catalogue.units()) {
            db.sql(
                            "insert into organisation.unit (tenant, id, name, name_en, kind, place) values (?, ?, ?, ?, 'department', 1)")
                    .params(TENANT.code(), unit.value(), unit.value(), unit.value())
                    .update();
        }
        stores = Stores.on(source);
        Ids ids = new Ids(java.time.Clock.systemUTC());
        CatalogueStore catalogue =
                new CatalogueStore(db, stores.json(), new StandardCatalogue(), WORLD.flow, WORLD.calendar, ids);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        ReportCase report = new ReportCase(catalogue, stores.writer(), ids);
        intake = new CaseIntake(
                report,
                new ReportStore(db, Keys.personalData()),
                catalogue,
                new FindSubject(db, FindSubject.Records.NONE),
                ids,
                transaction);
        act = new ActOnCase(stores.store(), stores.writer(), catalogue, report, transaction);
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void thousands_of_random_actions_by_several_people_leave_every_case_consistent() throws Exception {
        List<UUID> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) cases.add(take(i).file().id());
        AtomicInteger granted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        TreeMap<String, Integer> refusals = new TreeMap<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(ACTORS)) {
            List<Callable<Void>> people = new ArrayList<>();
            for (int number = 0; number < ACTORS; number++) {
                Random random = new Random(SEED + number);
                people.add(() -> {
                    for (int i = 0; i < ACTIONS_PER_ACTOR; i++) {
                        String outcome = tryOne(cases, random, START.plus(Duration.ofMinutes(i * 7L)));
                        if (outcome.isEmpty()) granted.incrementAndGet();
                        else refused.incrementAndGet();
                        synchronized (refusals) {
                            refusals.merge(outcome, 1, Integer::sum);
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(people)) done.get();
        }
        System.out.printf("case model: %d granted, %d refused %s%n", granted.get(), refused.get(), refusals);
        assertThat(granted.get()).as("actions that went through").isGreaterThan(1_000);
        List<UUID> all = JdbcClient.create(source)
                .sql("select id from casework.cases")
                .query(UUID.class)
                .list();
        for (UUID id : all) check(id);
        int events = all.stream()
                .mapToInt(id ->
                        stores.store().find(TENANT, id).orElseThrow().file().seq())
                .sum();
        long outbox = JdbcClient.create(source)
                .sql("select count(*) from platform.outbox")
                .query(Long.class)
                .single();
        assertThat(outbox).as("outbox rows, one per event").isEqualTo(events);
    }

    @Test
    void numbers_are_gapless_per_day_and_channel_even_when_many_report_at_once() throws Exception {
        Instant day = CaseWorld.at("2022-03-03T10:00");
        try (ExecutorService pool = Executors.newFixedThreadPool(ACTORS)) {
            List<Callable<StoredCase>> reports = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                int number = i;
                reports.add(() -> intake.take(TENANT, matter("E0501", number), CaseWorld.OPERATOR, day, null));
            }
            List<String> numbers = new ArrayList<>();
            for (Future<StoredCase> done : pool.invokeAll(reports))
                numbers.add(done.get().number());
            List<String> expected = new ArrayList<>();
            for (int i = 1; i <= 120; i++) expected.add("DQ20220303-R-%04d".formatted(i));
            assertThat(numbers).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void the_same_request_twice_has_one_effect() {
        StoredCase fresh = intake.take(TENANT, matter("E0501", 1), CaseWorld.OPERATOR, START, null);
        ActOnCase.Request accept = new ActOnCase.Request(fresh.file().id(), "accept", ActionInput.NONE, null, "key-1");
        act.act(TENANT, accept, CaseWorld.OPERATOR, START.plusSeconds(60));
        StoredCase again = act.act(TENANT, accept, CaseWorld.OPERATOR, START.plusSeconds(120));
        assertThat(again.file().seq()).isEqualTo(2);
        assertThat(again.file().stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void a_stale_version_is_refused_and_nothing_is_done() {
        StoredCase fresh = intake.take(TENANT, matter("E0501", 1), CaseWorld.OPERATOR, START, null);
        ActOnCase.Request stale = new ActOnCase.Request(fresh.file().id(), "accept", ActionInput.NONE, 7, null);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                RefusedException.class, () -> act.act(TENANT, stale, CaseWorld.OPERATOR, START))
                        .refusal()
                        .code())
                .isEqualTo("case.stale");
        assertThat(stores.store().events(TENANT, fresh.file().id())).hasSize(1);
    }

    private static String tryOne(List<UUID> cases, Random random, Instant now) {
        UUID id = cases.get(random.nextInt(cases.size()));
        List<String> actions = List.copyOf(WORLD.flow.actions());
        Actor actor = CaseWorld.STAFF.get(random.nextInt(CaseWorld.STAFF.size()));
        try {
            CaseFile file = act.visible(TENANT, id, actor).file();
            List<String> offered = WORLD.decide.offers(file, actor, now, 0).stream()
                    .map(o -> o.action())
                    .toList();
            boolean follow = !offered.isEmpty() && random.nextInt(10) < 8;
            String action =
                    follow ? offered.get(random.nextInt(offered.size())) : actions.get(random.nextInt(actions.size()));
            if (action.equals("merge") || action.equals("withdraw") || action.equals("decline")) return "left out";
            act.act(TENANT, ActOnCase.Request.of(id, action, input(file, random)), actor, now);
            return "";
        } catch (RefusedException e) {
            return e.refusal().code();
        }
    }

    private static ActionInput input(CaseFile file, Random random) {
        List<UnitId> units = List.of(SQUAD, GREEN, COMMITTEE);
        String[] reasons = {"not-our-duty", "weather", "complex", "wrong-unit", "not-needed", "relapse"};
        ActionInput.Builder input = new ActionInput.Builder()
                .note("记录")
                .reason(reasons[random.nextInt(reasons.length)])
                .unit(units.get(random.nextInt(units.size())))
                .staff(null, null)
                .limit(Limit.workingDays(1 + random.nextInt(3)))
                .found(random.nextBoolean())
                .reached(random.nextBoolean())
                .satisfaction(1 + random.nextInt(5))
                .answer("已处理")
                .reports(file.reports().stream().map(r -> r.id()).toList());
        if (random.nextBoolean()) input.units(List.of(new ActionInput.Task(units.get(random.nextInt(3)), "协助")));
        if (random.nextBoolean()) {
            input.evidence(
                    List.of(new Evidence(new UUID(random.nextLong(), 1), EvidenceKind.OTHER, "image/jpeg", "p.jpg")));
        }
        file.openAssistants().stream().findFirst().ifPresent(a -> input.assignment(a.id()));
        if (random.nextInt(20) == 0) input.parts(List.of(new ActionInput.Part("子案", "拆分", "E0102")));
        return input.build();
    }

    private static void check(UUID id) {
        StoredCase stored = stores.store().find(TENANT, id).orElseThrow();
        List<CaseEvent> events = stores.store().events(TENANT, id);
        CaseFile folded = CaseHistory.fold(id, TENANT, events, WORLD.reckoning);
        assertThat(ordered(stored.file()))
                .as("row of %s against its events", stored.number())
                .isEqualTo(ordered(folded));
        for (int i = 0; i < events.size(); i++) assertThat(events.get(i).seq()).isEqualTo(i + 1);
        byte[] head = new byte[Sm3.BYTES];
        for (CaseEvent event : events)
            head = stores.json().hash(head, event, stores.json().effects(event));
        assertThat(stored.head()).as("hash chain").isEqualTo(HexFormat.of().formatHex(head));
        invariants(stored.file());
    }

    private static void invariants(CaseFile file) {
        Set<Stage> led = Set.of(Stage.DISPATCHED, Stage.RETURN_ASKED, Stage.HANDLING, Stage.DONE, Stage.VERIFIED);
        if (led.contains(file.stage()))
            assertThat(file.lead()).as("exactly one lead").isNotNull();
        assertThat(file.assistants().stream().map(a -> a.unit())).doesNotHaveDuplicates();
        if (file.stage() == Stage.DONE || file.stage() == Stage.VERIFIED)
            assertThat(file.openAssistants()).isEmpty();
        for (ClockName name : ClockName.values()) {
            assertThat(file.clocks().stream()
                            .filter(c -> c.name() == name && c.isOpen())
                            .count())
                    .isLessThanOrEqualTo(1);
        }
        if (file.stage() == Stage.HANDLING)
            assertThat(file.openClock(ClockName.HANDLE)).isPresent();
        for (Clock clock : file.clocks()) assertThat(clock.dueAt()).isAfterOrEqualTo(clock.startedAt());
    }

    /** The same case with its clocks and reports in one order, since the two ways of getting it list them differently. */
    private static List<Object> ordered(CaseFile file) {
        return List.of(
                file.stage(),
                file.seq(),
                file.category(),
                String.valueOf(file.lead()),
                String.valueOf(file.handler()),
                String.valueOf(file.verifier()),
                file.assistants(),
                file.notes(),
                file.last(),
                file.updatedAt(),
                String.valueOf(file.closedAt()),
                Set.copyOf(file.clocks()),
                Set.copyOf(file.reports()));
    }

    private static StoredCase take(int number) {
        List<String> codes = WORLD.categoryCodes();
        return intake.take(TENANT, matter(codes.get(number % codes.size()), number), CaseWorld.OPERATOR, START, null);
    }

    private static CaseIntake.Matter matter(String category, int number) {
        return new CaseIntake.Matter(
                Channel.RESIDENT,
                category,
                null,
                "第%d件".formatted(number),
                null,
                CaseWorld.PLACE,
                List.of(),
                new ReportStore.Reporter("居民" + number, "13900000000", "反映"),
                null,
                AnyAnswers.to(category));
    }
}

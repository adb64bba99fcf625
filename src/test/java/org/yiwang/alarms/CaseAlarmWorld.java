package org.yiwang.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.engine.Output.What;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.follow.FollowAlarms;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.KnownDevices;
import tools.jackson.databind.JsonNode;

/** The running product with lifts and waste points in force; what the engine would say is said here, so that every test has its own devices and moments. */
public final class CaseAlarmWorld {
    public static final Tenant TENANT = new Tenant(310110018);
    private static final Duration WAIT_MAX = Duration.ofSeconds(15);
    private static final AtomicLong NUMBER = new AtomicLong();

    private static @Nullable CaseAlarmWorld instance;

    public final RunningProduct product = RunningProduct.start();
    public final HttpVisitor admin = product.signedIn("admin");
    public final HttpVisitor operator = product.signedIn("operator");
    public final JdbcClient db = product.bean(JdbcClient.class);

    /** One for all tests of a run: of too many sessions of one person the product ends some. */
    public static synchronized CaseAlarmWorld start() {
        if (instance == null) instance = new CaseAlarmWorld();
        return instance;
    }

    private CaseAlarmWorld() {
        for (String pack : List.of("foundation", "standard", "lift", "waste")) {
            Answer published = admin.post("/api/v1/scenarios/" + pack + "/publish", Map.of("version", 1));
            assertThat(published.status()).as(published.text()).isIn(200, 409);
        }
    }

    /** A lift in a house of its own with one controller; answers the controller's serial number. */
    public String lift() {
        String house = "B-" + NUMBER.incrementAndGet();
        enter("building", Map.of("code", house, "name", "试验楼 " + house, "use", "dwelling"));
        return liftIn(house);
    }

    /** A lift in a house that this company manages. */
    public String liftOfCompany(String company) {
        String house = "B-" + NUMBER.incrementAndGet();
        enter("building", Map.of("code", house, "name", "试验楼 " + house, "use", "dwelling", "manager", company));
        return liftIn(house);
    }

    public String liftIn(String house) {
        long number = NUMBER.incrementAndGet();
        enter("lift", Map.of("code", "3%019d".formatted(number), "name", number + " 号梯", "building", house));
        return controllerOf("3%019d".formatted(number));
    }

    public String controllerOf(String lift) {
        String serial = "CA-" + NUMBER.incrementAndGet();
        enter("lift-controller", Map.of("serial", serial, "name", "控制器 " + serial, "lift", lift));
        product.bean(KnownDevices.class).refresh(TENANT);
        return serial;
    }

    /** A controller of which nobody knows where it is. */
    public String somewhere() {
        long number = NUMBER.incrementAndGet();
        String serial = "CA-" + number;
        enter("building", Map.of("code", "B-" + number, "name", "试验楼 " + number, "use", "dwelling"));
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        records.put(
                "lift", Map.of("code", "3%019d".formatted(number), "name", number + " 号梯", "building", "B-" + number));
        records.put("lift-controller", Map.of("serial", serial, "name", serial, "lift", "3%019d".formatted(number)));
        records.forEach((register, data) -> enter(register, Map.of("data", data), operator));
        product.bean(KnownDevices.class).refresh(TENANT);
        return serial;
    }

    public String liftOf(String serial) {
        return db.sql("select data ->> 'lift' from registry.entry where register = 'lift-controller' and key = ?")
                .param(serial)
                .query(String.class)
                .single();
    }

    public String houseOf(String serial) {
        return db.sql("select data ->> 'building' from registry.entry where register = 'lift' and key = ?")
                .param(liftOf(serial))
                .query(String.class)
                .single();
    }

    public void enter(String register, Map<String, ?> data) {
        enter(register, Map.of("data", data, "lon", 121.5399, "lat", 31.2716), operator);
    }

    public static void enter(String register, Map<String, ?> entry, HttpVisitor operator) {
        Answer entered = operator.post("/api/v1/registers/" + register + "/entries", entry);
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
    }

    /** An alarm begins; answers its id. */
    public String raise(String serial, String rule, Severity severity) {
        Output output = output(serial, rule, NUMBER.incrementAndGet(), 0, What.RAISED, severity);
        say(output);
        return output.episodeId();
    }

    /** The alarm becomes something else. */
    public void becomes(String alarm, What what, Severity severity) {
        Map<String, Object> row = db.sql("select device, rule, episode, number from alarms.alarm where id = ?")
                .param(alarm)
                .query()
                .singleRow();
        say(output(
                (String) row.get("device"),
                (String) row.get("rule"),
                ((Number) row.get("episode")).longValue(),
                ((Number) row.get("number")).intValue() + 1,
                what,
                severity));
    }

    private void say(Output output) {
        product.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> product.bean(KeepOutputs.class).keep(TENANT, List.of(output)));
    }

    private Output output(String serial, String rule, long episode, int number, What what, Severity severity) {
        return new Output(
                0,
                serial,
                serial,
                rule,
                "",
                episode,
                number,
                what,
                severity,
                product.now().toEpochMilli(),
                "condition",
                new TreeMap<>(),
                List.of(),
                List.of());
    }

    /** Follows until it has come true; the product follows by itself meanwhile, and whoever has the turn does it. */
    public void until(String what, BooleanSupplier isTrue) {
        long end = System.nanoTime() + WAIT_MAX.toNanos();
        while (!isTrue.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("It never came true: " + what);
            product.bean(FollowAlarms.class).turn();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public JsonNode alarm(String id) {
        return operator.get("/api/v1/alarms/" + id).json();
    }

    /** The case that the alarm has become part of. */
    public String caseOf(String alarm) {
        until("the alarm has a case", () -> alarm(alarm).at("/alarm/case").isString());
        return alarm(alarm).at("/alarm/case").asString();
    }

    public JsonNode subject(String id) {
        return operator.get("/api/v1/cases/" + id).json();
    }

    /** Notes of the case's history, the latest first. */
    public List<String> notes(String id) {
        return db.sql(
                        "select note from casework.case_event where case_id = ?::uuid and note is not null order by seq desc")
                .param(id)
                .query(String.class)
                .list();
    }

    public Answer step(HttpVisitor who, String id, String action, Map<String, ?> body) {
        Answer answer = who.post("/api/v1/cases/" + id + "/actions/" + action, body);
        assertThat(answer.status()).as(action + ": " + answer.text()).isEqualTo(200);
        return answer;
    }

    public void judge(String alarm, String act, String words) {
        Answer judged = operator.post("/api/v1/alarms/" + alarm + "/acts", Map.of("act", act, "words", words));
        assertThat(judged.status()).as(judged.text()).isEqualTo(204);
    }

    public int count(String sql, Object... parameters) {
        return db.sql(sql).params(List.of(parameters)).query(Integer.class).single();
    }

    public Instant now() {
        return product.now();
    }
}

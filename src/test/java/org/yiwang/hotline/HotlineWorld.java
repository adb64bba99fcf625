package org.yiwang.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.HttpVisitor;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.RunningProduct;
import org.yiwang.hotline.store.MessageStore;
import org.yiwang.hotline.store.NightStore;
import org.yiwang.hotline.store.OrderStore;
import org.yiwang.hotline.store.PushStore;
import org.yiwang.platform.Tenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running product with the rules for orders in force, and people at their desks. */
final class HotlineWorld {
    static final Tenant TENANT = new Tenant(310110018);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    final RunningProduct product = RunningProduct.start();
    final HttpVisitor operator = product.signedIn("operator");
    final HttpVisitor chief = product.signedIn("chief");
    final HttpVisitor head = product.signedIn("head-fangguan");
    final HttpVisitor handler = product.signedIn("handler-fangguan");
    final PassingClock clock = new PassingClock();
    final SendPushes send = new SendPushes(product.bean(PushStore.class), clock);

    HotlineWorld() {
        HttpVisitor admin = product.signedIn("admin");
        Answer published = admin.post("/api/v1/scenarios/hotline/publish", Map.of("version", 1));
        assertThat(published.status()).as(published.text()).isIn(200, 409);
        product.bean(FollowCases.class).turn(TENANT);
    }

    /** A clock of the test's own: the product's stands still, and pushes that wait for another try would wait for ever. */
    final class PassingClock extends Clock {
        private Duration passed = Duration.ZERO;

        void pass(Duration time) {
            passed = passed.plus(time);
        }

        @Override
        public Instant instant() {
            return product.now().plus(passed);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    PullOrders pull(TransactionOperations transactions) {
        return new PullOrders(
                product.bean(TakeOrder.class),
                product.bean(HearReview.class),
                product.bean(MessageStore.class),
                transactions,
                new JsonMapper(),
                clock);
    }

    /** The night's comparison by the test's own clock. */
    CompareNight nights() {
        return new CompareNight(
                product.bean(OrderStore.class),
                product.bean(PushStore.class),
                product.bean(NightStore.class),
                product.bean(TakeOrder.class),
                product.bean(EnqueuePush.class),
                product.bean(TransactionTemplate.class),
                clock);
    }

    /** Forgets how far another upper platform had come: each test has a platform of its own that counts from one. */
    void beginAnew() {
        sql().sql("delete from hotline.pull").update();
        sql().sql("delete from hotline.message").update();
    }

    JdbcClient sql() {
        return product.bean(JdbcClient.class);
    }

    int count(String sql, Object... parameters) {
        return sql().sql(sql).params(List.of(parameters)).query(Integer.class).single();
    }

    /** One step of the order's case. */
    Answer step(HttpVisitor who, String no, String action, Map<String, ?> body) {
        Answer answer = who.post("/api/v1/cases/" + caseOf(no) + "/actions/" + action, body);
        assertThat(answer.status()).as(action + ": " + answer.text()).isEqualTo(200);
        return answer;
    }

    String caseOf(String no) {
        return sql().sql("select now_case::text from hotline.orders where no = ?")
                .param(no)
                .query(String.class)
                .single();
    }

    JsonNode subject(String no) {
        return operator.get("/api/v1/cases/" + caseOf(no)).json();
    }

    /** Lets what the cases have lived through become pushes, and sends them until there are as many as said. */
    void sendUntil(UpperPlatform upper, String no, int pushes) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end) {
            product.bean(FollowCases.class).turn(TENANT);
            clock.pass(Duration.ofMinutes(11));
            send.turn(TENANT, upper);
            if (count("select count(*)::int from hotline.push where order_no = ? and state = 'sent'", no) >= pushes)
                return;
            Thread.sleep(30);
        }
        throw new AssertionError(no + " was not told: "
                + sql().sql(
                                "select number, act, state, attempts, trouble from hotline.push where order_no = ? order by number")
                        .param(no)
                        .query()
                        .listOfRows());
    }

    static Map<String, Object> with(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], pairs[i + 1]);
        return map;
    }
}

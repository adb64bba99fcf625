package org.yiwang.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.hotline.HotlineWorld.TENANT;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.HttpVisitor.Answer;
import org.yiwang.hotline.model.Listed;
import org.yiwang.hotline.model.Message;
import org.yiwang.hotline.model.Push;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.JsonNode;

/**
 * The upper platform is killed before, while and after it does what it was asked, from outside at any moment, and while it starts; our side dies between any
 * two of its steps. Nights are compared while this goes on. Afterwards every order is there once on both sides, and what was said of it was said once and in
 * order. The long form, in which more than a day passes and reports are given up: {@code -Dhotline.kills=200}.
 */
@Tag("database")
class OrderKillTest {
    private static final int KILLS = Integer.getInteger("hotline.kills", 24);
    private static final List<String> EXPECTED =
            List.of("receipt", "accepted", "assigned", "handling", "contact", "closed");

    /** Which of the requests of a round the kill strikes, and how. */
    private static final List<String> HOW =
            List.of("kill-before", "kill-amid", "kill-after", "from-outside", "at-start");

    private static final int STEPS = 6;
    private static final int START_MILLIS = 700;
    private static final LocalTime NIGHT = LocalTime.of(0, 30);

    private static final String DEAD =
            "select count(*)::int from hotline.push where state = 'dead' and order_no like 'KILL-%'";

    private final HotlineWorld world = new HotlineWorld();
    private final Map<String, Integer> lives = new LinkedHashMap<>();
    private final Map<String, Integer> struck = new TreeMap<>();
    private final CompareNight nights = world.nights();
    private int givenUp;
    private int nightsCompared;

    /** Notes what was asked last, which is what a kill has struck. */
    private static final class Watched implements UpperPlatform {
        private final UpperPlatform real;
        private String last = "nothing";

        Watched(UpperPlatform real) {
            this.real = real;
        }

        private <T> T asked(String what, Supplier<T> question) {
            if (!last.equals("nothing")) return question.get();
            try {
                return question.get();
            } catch (Unavailable e) {
                last = what;
                throw e;
            }
        }

        @Override
        public Batch messages(long after) {
            return asked("messages", () -> real.messages(after));
        }

        @Override
        public void tell(Push push) {
            asked(push.act(), () -> {
                real.tell(push);
                return true;
            });
        }

        @Override
        public List<Listed> listed(LocalDate day) {
            return asked("reconciliation", () -> real.listed(day));
        }

        @Override
        public Message.Ordered order(String no) {
            return asked("one order", () -> real.order(no));
        }
    }

    /** Our process as it dies: before it has committed, or after and before it knows. */
    private static final class DyingTransactions implements TransactionOperations {
        enum When {
            NEVER,
            BEFORE_COMMIT,
            AFTER_COMMIT
        }

        private final TransactionTemplate real;
        private When when = When.NEVER;

        DyingTransactions(TransactionTemplate real) {
            this.real = real;
        }

        /** The end of the process, as far as anybody can tell from the database. */
        static final class Died extends Error {
            private static final long serialVersionUID = 1;
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            When now = when;
            when = When.NEVER;
            T done = real.execute((TransactionStatus status) -> {
                T result = action.doInTransaction(status);
                if (now == When.BEFORE_COMMIT) throw new Died();
                return result;
            });
            if (now == When.AFTER_COMMIT) throw new Died();
            return done;
        }
    }

    @Test
    void no_order_is_lost_and_none_doubled_whoever_is_killed_at_whatever_step() throws Exception {
        world.beginAnew();
        Random random = new Random(7);
        DyingTransactions transactions = new DyingTransactions(world.product.bean(TransactionTemplate.class));
        PullOrders pull = world.pull(transactions);
        int kills = 0;
        int deaths = 0;
        try (UpperProcess upper = UpperProcess.start()) {
            Watched client = new Watched(upper.client());
            long began = System.nanoTime();
            int tries = 0;
            while (kills < KILLS) {
                if (lives.size() <= kills) {
                    String no = "KILL-%04d".formatted(lives.size() + 1);
                    upper.order(no, Map.of());
                    lives.put(no, 0);
                    tries = 0;
                }
                String how = HOW.get(kills % HOW.size());
                transactions.when = DyingTransactions.When.values()[random.nextInt(3)];
                if (transactions.when != DyingTransactions.When.NEVER) deaths++;
                boolean outside = how.equals("from-outside");
                client.last = "nothing";
                if (how.equals("at-start")) {
                    upper.kill();
                    upper.killAtStart(random.nextInt(START_MILLIS));
                } else if (!outside) upper.plan(plan(how, Math.max(0, kills / HOW.size() % STEPS - tries)));
                Thread killer = outside ? kill(upper, random.nextInt(tries > 2 ? 1 : 60)) : new Thread(() -> {});
                killer.start();
                live(pull, client);
                killer.join();
                if (!upper.isThere()) {
                    kills++;
                    struck.merge(how.equals("at-start") ? how : how + " at " + client.last, 1, Integer::sum);
                    upper.run();
                } else tries++;
            }
            settle(pull, client, upper);
            System.out.printf(
                    "hotline: %d s; struck %s; %d reports given up on the way; %d nights compared%n",
                    Duration.ofNanos(System.nanoTime() - began).toSeconds(), struck, givenUp, nightsCompared);
            report(upper, kills, deaths);
        }
    }

    private static String[] plan(String how, int step) {
        List<String> plan = new ArrayList<>();
        for (int i = 0; i < step; i++) plan.add("ok");
        plan.add(how);
        return plan.toArray(String[]::new);
    }

    private static Thread kill(UpperProcess upper, int afterMillis) {
        return new Thread(() -> {
            try {
                Thread.sleep(afterMillis);
                upper.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** A round of work: pull, let every order's case take its next step, tell. Whatever goes wrong is left to the next round. */
    private void live(PullOrders pull, UpperPlatform client) {
        try {
            pull.turn(TENANT, client);
        } catch (UpperPlatform.Unavailable | DyingTransactions.Died e) {
            // That is what this test is about.
        }
        lives.replaceAll((no, done) -> done + next(no, done));
        world.product.bean(FollowCases.class).turn(TENANT);
        world.clock.pass(Duration.ofMinutes(11));
        world.send.turn(TENANT, client);
        night(client);
    }

    /** As the product does it: after half past midnight, until the upper platform has answered once. */
    private void night(UpperPlatform client) {
        LocalDateTime now = LocalDateTime.ofInstant(world.clock.instant(), WorkCalendar.ZONE);
        LocalDate day = now.toLocalDate().minusDays(1);
        if (now.toLocalTime().isBefore(NIGHT) || nights.isDone(TENANT, day)) return;
        int dead = dead();
        try {
            nights.run(TENANT, client, day);
            nightsCompared++;
            givenUp += dead;
        } catch (UpperPlatform.Unavailable e) {
            // The next round tries again.
        }
    }

    private int dead() {
        return world.count(DEAD);
    }

    /** Takes the next step of an order that has come in; answers how many were taken. */
    private int next(String no, int done) {
        if (done == EXPECTED.size() || world.count("select count(*)::int from hotline.orders where no = ?", no) == 0)
            return 0;
        switch (done) {
            case 0 -> world.step(world.operator, no, "accept", Map.of());
            case 1 -> world.step(world.operator, no, "dispatch", Map.of("unit", "fangguan"));
            case 2 -> world.step(world.head, no, "claim", Map.of());
            case 3 -> world.step(world.head, no, "contact", Map.of("reached", true, "note", "已与反映人约定上门"));
            case 4 -> world.step(world.head, no, "feedback", Map.of("note", "经现场核实情况属实，已安排保洁清理楼道并约谈物业经理。"));
            case 5 -> {
                world.step(world.operator, no, "pass", Map.of());
                world.step(world.operator, no, "close", Map.of("answer", "您好，经现场核实，您反映的楼道垃圾已清理完毕，并已约谈物业加强保洁。"));
            }
            default -> {}
        }
        return 1;
    }

    private void settle(PullOrders pull, UpperPlatform client, UpperProcess upper) throws InterruptedException {
        upper.plan();
        for (int i = 0; i < EXPECTED.size() + 1; i++) live(pull, client);
        int left = dead();
        givenUp += left;
        // A person sends what is left once more: all with one word.
        JsonNode state = world.operator.get("/api/v1/hotline/upper").json();
        assertThat(state.path("counts").path("dead").asInt()).isGreaterThanOrEqualTo(left);
        Answer again = world.operator.post("/api/v1/hotline/upper/pushes/again", Map.of());
        assertThat(again.json().path("count").asInt()).isGreaterThanOrEqualTo(left);
        assertThat(dead()).isZero();
        for (String no : lives.keySet()) world.sendUntil(client, no, EXPECTED.size());
    }

    private void report(UpperProcess upper, int kills, int deaths) {
        int lost = 0;
        int doubled = 0;
        for (String no : lives.keySet()) {
            int here = world.count(
                    "select count(*)::int from casework.cases where channel = 'hotline' and description like ?",
                    "%" + no);
            if (here == 0) lost++;
            if (here > 1) doubled++;
            assertThat(upper.acts(no)).as(no).isEqualTo(EXPECTED);
        }
        System.out.printf(
                "hotline: %d kills of the upper platform and %d deaths of ours over %d orders and %d reports: %d lost, %d doubled (<= %.4f a kill at 95 %%)%n",
                kills, deaths, lives.size(), lives.size() * EXPECTED.size(), lost, doubled, 3.0 / kills);
        assertThat(lost).isZero();
        assertThat(doubled).isZero();
        assertThat(world.count(
                        "select count(*)::int from hotline.push where state <> 'sent' and order_no like 'KILL-%'"))
                .isZero();
        assertThat(world.count("select count(*)::int from hotline.message where state = 'faulty'"))
                .isZero();
    }
}

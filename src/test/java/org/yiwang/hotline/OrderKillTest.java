package org.yiwang.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiwang.hotline.HotlineWorld.TENANT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The upper platform is killed before, while and after it does what it was asked, and our side between any two of its steps; afterwards every order is there
 * once on both sides, and what was said of it was said once and in order. The long form: {@code -Dhotline.kills=200}.
 */
@Tag("database")
class OrderKillTest {
    private static final int KILLS = Integer.getInteger("hotline.kills", 24);
    private static final List<String> EXPECTED =
            List.of("receipt", "accepted", "assigned", "handling", "contact", "closed");

    /** Which of the requests of a round the kill strikes, and how. */
    private static final List<String> HOW = List.of("kill-before", "kill-amid", "kill-after", "from-outside");

    private static final int STEPS = 6;

    private final HotlineWorld world = new HotlineWorld();
    private final Map<String, Integer> lives = new LinkedHashMap<>();

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
            HttpUpperPlatform client = upper.client();
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
                if (!outside) upper.plan(plan(how, Math.max(0, kills / HOW.size() % STEPS - tries)));
                Thread killer = outside ? kill(upper, random.nextInt(tries > 2 ? 1 : 60)) : new Thread(() -> {});
                killer.start();
                live(pull, client);
                killer.join();
                if (!upper.isThere()) {
                    kills++;
                    upper.run();
                } else tries++;
            }
            settle(pull, client, upper);
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

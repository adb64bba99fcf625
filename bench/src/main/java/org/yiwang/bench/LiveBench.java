package org.yiwang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From a step on a case until other screens know of it, with many screens open. */
final class LiveBench {
    private static final int WARM_UP_STREAMS = 20;
    private static final double WARM_UP_SECONDS = 10;
    private static final long LAST_MILLIS_MAX = 5_000;

    private final Wish wish;

    /**
     * What is measured.
     *
     * @param empty on an installation without the year, which is there at once
     * @param perSecond steps on cases
     */
    record Wish(
            Path data, boolean empty, List<Integer> streams, double seconds, double perSecond, double p99MillisMax) {}

    /**
     * What a number of open screens saw.
     *
     * @param missed pairs of step and screen that never met
     * @param server share of one processor that the server took
     * @param database and its PostgreSQL
     * @param client and this program, which both does the steps and keeps the screens
     */
    record Round(
            int streams,
            int steps,
            long missed,
            double p50,
            double p99,
            double max,
            double server,
            double database,
            double client,
            double kilobytesPerSecond) {}

    LiveBench(Wish wish) {
        this.wish = wish;
    }

    /** Whether nothing was missed and the limit held. */
    boolean run() throws Exception {
        List<Round> rounds = new ArrayList<>();
        try (Host host = wish.empty() ? EmptyHost.start() : Demonstration.loaded(wish.data())) {
            Crowd crowd = new Crowd(host);
            int most = wish.streams().stream().mapToInt(n -> n).max().orElseThrow();
            List<String> sessions = crowd.sessions(Math.max(most, WARM_UP_STREAMS));
            Acts acts = new Acts(host, crowd);
            measure(host, sessions, acts, WARM_UP_STREAMS, Math.min(WARM_UP_SECONDS, wish.seconds()));
            for (int number : wish.streams()) {
                Round round = measure(host, sessions, acts, number, wish.seconds());
                rounds.add(round);
                tell(round);
            }
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("seconds", wish.seconds());
        kept.put("stepsPerSecond", wish.perSecond());
        kept.put("rounds", rounds);
        Results.write("live", kept);
        boolean within = rounds.stream().allMatch(round -> round.missed() == 0 && round.p99() < wish.p99MillisMax());
        System.out.printf(
                within
                        ? "every screen heard of every step, p99 below %.0f ms%n"
                        : "NOT within the limit: nothing missed, p99 below %.0f ms%n",
                wish.p99MillisMax());
        return within;
    }

    private Round measure(Host host, List<String> sessions, Acts acts, int number, double seconds) throws Exception {
        try (Audience audience = Audience.gather(host.port(), sessions, number)) {
            ProcessHandle self = ProcessHandle.current();
            Processor server = Processor.of(host.process());
            double client = Processor.seconds(self);
            long start = System.nanoTime();
            Map<String, Long> sent = acts.during(seconds, wish.perSecond());
            double took = (System.nanoTime() - start) / 1e9;
            Processor used = Processor.of(host.process()).since(server);
            double own = Processor.seconds(self) - client;
            awaitLast(audience, sent);
            IOException broken = audience.broken();
            if (broken != null) throw broken;
            return count(audience, sent, used, own, took);
        }
    }

    private static void awaitLast(Audience audience, Map<String, Long> sent) throws InterruptedException {
        long end = System.nanoTime() + LAST_MILLIS_MAX * 1_000_000;
        while (System.nanoTime() < end && !sent.keySet().stream().allMatch(audience::hasHeard)) Thread.sleep(50);
    }

    private static Round count(Audience audience, Map<String, Long> sent, Processor used, double own, double took) {
        double[] millis = new double[sent.size() * audience.streams()];
        int count = 0;
        for (Map.Entry<String, Long> step : sent.entrySet())
            for (long at : audience.heard(step.getKey())) if (at != 0) millis[count++] = (at - step.getValue()) / 1e6;
        double[] sorted = Spread.sorted(java.util.Arrays.copyOf(millis, count));
        return new Round(
                audience.streams(),
                sent.size(),
                millis.length - count,
                Spread.quantile(sorted, 0.5),
                Spread.quantile(sorted, 0.99),
                Spread.quantile(sorted, 1),
                used.programs() / took,
                used.database() / took,
                own / took,
                audience.bytes() / 1000.0 / took);
    }

    private static void tell(Round round) {
        System.out.printf(
                Locale.ROOT,
                "  %,5d streams, %,5d steps: p50 %5.1f ms, p99 %5.1f ms, max %5.1f ms, missed %d; processor: server %.2f, database %.2f, this client %.2f of one; %,.0f kB/s%n",
                round.streams(),
                round.steps(),
                round.p50(),
                round.p99(),
                round.max(),
                round.missed(),
                round.server(),
                round.database(),
                round.client(),
                round.kilobytesPerSecond());
    }
}

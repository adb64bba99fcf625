package org.yiwang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients of one contender at work for some seconds. */
final class Load {
    private final Database database;

    Load(Database database) {
        this.database = database;
    }

    /** Each client lives at least one life, however short the time. */
    void warmUp(Contender contender, int clients, double seconds) throws Exception {
        pulses(lives(contender, clients), System.nanoTime() + (long) (seconds * 1e9));
    }

    Cell run(Contender contender, int clients, double seconds) throws Exception {
        List<Contender.Life> lives = lives(contender, clients);
        long wal = database.walBytes();
        Processor before = Processor.now();
        List<Pulse> pulses = pulses(lives, System.nanoTime() + (long) (seconds * 1e9));
        return Cell.of(
                pulses, seconds, database.walBytes() - wal, Processor.now().since(before));
    }

    private static List<Contender.Life> lives(Contender contender, int clients) throws Exception {
        List<Contender.Life> lives = new ArrayList<>();
        for (int i = 0; i < clients; i++) lives.add(contender.client(i));
        return lives;
    }

    private static List<Pulse> pulses(List<Contender.Life> lives, long end) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(lives.size())) {
            List<Future<Pulse>> running = lives.stream()
                    .map(life -> pool.submit(() -> work(life, end)))
                    .toList();
            List<Pulse> pulses = new ArrayList<>();
            for (Future<Pulse> one : running) pulses.add(one.get());
            return pulses;
        }
    }

    private static Pulse work(Contender.Life life, long end) throws Exception {
        Pulse pulse = new Pulse(end);
        while (!pulse.isOver()) life.live(pulse);
        return pulse;
    }
}

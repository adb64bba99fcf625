package org.yiwang.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Steps of cases per second: the engine against the limit of the machine and against Flowable, in turns within one run. */
final class StepsBench {
    private static final Path DATA = Path.of("bench", "target", "data").toAbsolutePath();

    private final Options options;
    private final Map<String, Map<Integer, List<Cell>>> cells = new TreeMap<>();

    StepsBench(Options options) {
        this.options = options;
    }

    void run() throws Exception {
        try (Database database = Database.create(DATA);
                Product product = Product.open(database, DATA)) {
            database.run(RawSteps.SCHEMA);
            EngineSteps engine = new EngineSteps(product);
            SameRows.record(product, engine);
            List<Recorder.Sent> life = SameRows.record(product, engine);
            StepsTable.printWire(life);
            List<Contender> contenders = new ArrayList<>();
            contenders.add(new RawSteps(database.pool()));
            if (options.isWanted("same rows")) contenders.add(new SameRows(database.pool(), life));
            if (options.isWanted("engine")) contenders.add(engine);
            if (options.isWanted("bare http")) contenders.add(new BareHttp(database, DATA));
            if (options.isWanted("http")) contenders.add(new HttpSteps(false, database, product, DATA));
            if (options.isWanted("brief http")) contenders.add(new HttpSteps(true, database, product, DATA));
            if (options.isWanted("flowable")) contenders.add(new FlowableSteps(database));
            measure(database, contenders);
            for (Contender contender : contenders) contender.close();
            Results.write("steps", Map.of("options", options, "cells", cells));
            StepsTable.print(options, contenders.stream().map(Contender::name).toList(), cells);
        }
    }

    private void measure(Database database, List<Contender> contenders) throws Exception {
        Load load = new Load(database);
        for (Contender contender : contenders) load.warmUp(contender, 8, options.warmUpSeconds());
        for (int round = 1; round <= options.rounds(); round++) {
            for (int clients : options.clients()) {
                for (Contender contender : contenders) {
                    database.run("vacuum analyze");
                    Cell cell = load.run(contender, clients, options.seconds());
                    keep(contender.name(), clients, cell);
                    System.err.printf(
                            Locale.ROOT,
                            "  round %d  %2d clients  %-10s %,8.0f steps/s  p50 %6.2f ms  p99 %6.1f ms%n",
                            round,
                            clients,
                            contender.name(),
                            cell.stepsPerSecond(),
                            cell.p50(),
                            cell.p99());
                }
            }
        }
    }

    private void keep(String name, int clients, Cell cell) {
        cells.computeIfAbsent(name, n -> new TreeMap<>())
                .computeIfAbsent(clients, c -> new ArrayList<>())
                .add(cell);
    }
}

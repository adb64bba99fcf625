package org.yiwang.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.SearchCases;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.territory.Layer;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;

/** A page of the search, as the product gives it to an operator and to somebody of a committee, beside a look at every row with LIKE in the same run. */
final class SearchBench {
    private static final Path DATA = Path.of("bench", "target", "data").toAbsolutePath();
    private static final int PAGE = 50;
    private static final int WARM_UP = 3;
    private static final int LIKES_MAX = 3;

    /** Times in ms of one kind of query by one kind of person. */
    record Kind(String who, String what, double[] sorted, double hits) {
        double p50() {
            return Spread.quantile(sorted, 0.5);
        }

        double p99() {
            return Spread.quantile(sorted, 0.99);
        }
    }

    private final List<Integer> sizes;
    private final int rounds;

    SearchBench(List<Integer> sizes, int rounds) {
        this.sizes = sizes;
        this.rounds = rounds;
    }

    void run() throws Exception {
        try (Database database = Database.create(DATA);
                Product product = Product.open(database, DATA)) {
            Territory territory = product.get(Territories.class).of(Product.TENANT);
            ManyCases many = new ManyCases(territory);
            Map<Integer, List<Kind>> measured = new TreeMap<>();
            int before = 0;
            for (int size : sizes.stream().sorted().toList()) {
                load(database, many, before, size);
                before = size;
                measured.put(size, measure(product, database, territory, size));
            }
            Results.write("search", Map.of("measured", measured));
        }
    }

    /** The index is built after the rows, as a restored backup would have it. */
    private static void load(Database database, ManyCases many, int from, int to) throws Exception {
        long begin = System.nanoTime();
        database.run("drop index casework.case_words_grams");
        try (Connection connection = database.pool().getConnection()) {
            many.load(connection, Product.TENANT.code(), from, to);
        }
        database.run("set maintenance_work_mem = '512MB'; create index case_words_grams on casework.case_words using gin (grams)");
        database.run("vacuum analyze casework.cases");
        database.run("vacuum analyze casework.case_words");
        System.err.printf(
                Locale.ROOT,
                "  %,d cases made in %.0f s; words %s, index %s%n",
                to,
                (System.nanoTime() - begin) / 1e9,
                database.value("select pg_size_pretty(pg_table_size('casework.case_words'))"),
                database.value("select pg_size_pretty(pg_relation_size('casework.case_words_grams'))"));
    }

    private List<Kind> measure(Product product, Database database, Territory territory, int size) throws Exception {
        People people = product.get(People.class);
        Map<String, Staff> who = new LinkedHashMap<>();
        who.put("operator", first(people, new UnitId("centre")));
        who.put("committee", first(people, new UnitId(territory.cells().getFirst().committee())));
        String road = territory.of(Layer.ROAD).getFirst().name();
        String estate = territory.of(Layer.ESTATE).getFirst().name();
        List<Kind> kinds = new ArrayList<>();
        for (Map.Entry<String, Staff> person : who.entrySet())
            new TreeMap<>(ManyCases.queries(road, estate))
                    .forEach((what, queries) -> kinds.add(kind(product, person.getKey(), person.getValue(), what, queries)));
        kinds.add(like(database, road));
        print(size, kinds);
        return kinds;
    }

    private Kind kind(Product product, String name, Staff staff, String what, List<String> queries) {
        SearchCases search = product.get(SearchCases.class);
        Instant now = product.get(Clock.class).instant();
        List<Double> times = new ArrayList<>();
        int hits = 0;
        for (int round = -WARM_UP; round < rounds; round++) {
            for (String query : queries) {
                long begin = System.nanoTime();
                int found = search.page(staff, filter(query), null, PAGE, now).items().size();
                if (round < 0) continue;
                times.add((System.nanoTime() - begin) / 1e6);
                hits += found;
            }
        }
        double[] all = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Kind(name, what, all, hits / (double) times.size());
    }

    /** What the desk did before: every row is looked at. As the owner, so without what row-level security costs. */
    private Kind like(Database database, String road) {
        JdbcClient db = JdbcClient.create(database.pool());
        List<Double> times = new ArrayList<>();
        int hits = 0;
        for (int round = -1; round < Math.min(rounds, LIKES_MAX); round++) {
            for (String query : List.of("垃圾", "占用人行道", ManyCases.RARE, road)) {
                long begin = System.nanoTime();
                int found = db.sql("""
                        select c.id from casework.cases c where c.tenant = :tenant
                            and (c.title ilike :text or c.description ilike :text or c.address ilike :text or c.number ilike :text)
                        order by c.reported_at + interval '0' desc limit 50
                        """)
                        .param("tenant", Product.TENANT.code())
                        .param("text", "%" + query + "%")
                        .query((row, number) -> number)
                        .list()
                        .size();
                if (round < 0) continue;
                times.add((System.nanoTime() - begin) / 1e6);
                hits += found;
            }
        }
        double[] all = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Kind("–", "every row with LIKE (title, description, address, number)", all, hits / (double) times.size());
    }

    private static FindCases.Filter filter(String query) {
        return new FindCases.Filter(
                "all", List.of(), null, null, null, null, null, null, null, null, null, null, null, null, null, query);
    }

    private static Staff first(People people, UnitId unit) {
        return people.list(Product.TENANT, Optional.of(unit), Optional.empty(), Optional.empty()).getFirst();
    }

    private static void print(int size, List<Kind> kinds) {
        System.out.printf(
                Locale.ROOT,
                "%n%,d cases, load average %.1f%n%n| who | what | searches | p50 ms | p99 ms | max ms | hits on the page |%n| --- | --- | --- | --- | --- | --- | --- |%n",
                size,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        for (Kind one : kinds)
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %d | %.1f | %.1f | %.1f | %.0f |%n",
                    one.who,
                    one.what,
                    one.sorted.length,
                    one.p50(),
                    one.p99(),
                    one.sorted[one.sorted.length - 1],
                    one.hits);
    }
}

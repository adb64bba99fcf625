package org.yiwang.casework;

import static java.util.Objects.requireNonNull;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.Catalogue;
import org.yiwang.casework.model.Flow;
import org.yiwang.casework.model.Reckoning;
import org.yiwang.casework.model.ReplayCase;
import org.yiwang.casework.model.Stage;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.scenario.PackageFiles;

/**
 * What a changed package would have meant for the cases of the last days: each is played again under what is in force and under the change, and the two are
 * compared. Reads only, in a transaction in which the database refuses to write.
 */
@Service
public class DryRun {
    public static final int DAYS_MAX = 90;
    public static final int CASES_MAX = 2_000;
    static final Duration TIME_MAX = Duration.ofSeconds(20);

    private static final String CASES = """
            select c.id, c.number, c.category, c.stage, c.reported_at from casework.cases c
            where c.tenant = :tenant and c.category = any(:codes) and c.reported_at > :since
            order by c.reported_at desc, c.id limit :limit
            """;

    /**
     * A case that would have gone another way.
     *
     * @param changes never empty
     */
    @SchemaName("DryRunCase")
    public record Changed(
            UUID id, String number, String category, Stage state, Instant reportedAt, List<Difference> changes) {}

    /**
     * The whole run.
     *
     * @param looked at so many cases
     * @param isWhole false when there were more cases than can be looked at, or time ran out
     * @param counts how many cases differ in each way
     */
    @SchemaName("DryRun")
    public record Result(
            String pack,
            String version,
            int days,
            int looked,
            boolean isWhole,
            List<Count> counts,
            List<Changed> items) {}

    @SchemaName("DryRunCount")
    public record Count(Difference.Kind kind, int cases) {}

    private record Row(UUID id, String number, String category, Stage stage, Instant reportedAt) {}

    private final JdbcClient db;
    private final CatalogueStore catalogue;
    private final CaseStore store;
    private final FindSubject subjects;
    private final Flow flow;
    private final TransactionTemplate reading;
    private final Clock clock;

    DryRun(
            JdbcClient db,
            CatalogueStore catalogue,
            CaseStore store,
            FindSubject subjects,
            Flow flow,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.db = db;
        this.catalogue = catalogue;
        this.store = store;
        this.subjects = subjects;
        this.flow = flow;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** @param changed as it would stand beside the packages in force; without faults */
    public Result of(Tenant tenant, PackageFiles changed, int days) {
        return requireNonNull(reading.execute(status -> run(tenant, changed, days)));
    }

    private Result run(Tenant tenant, PackageFiles changed, int days) {
        Instant begin = clock.instant();
        Catalogue now = catalogue.of(tenant);
        Catalogue then = catalogue.with(tenant, changed);
        List<Row> rows = rows(tenant, codes(now, then, changed.pack().id()), begin.minus(Duration.ofDays(days)));
        List<Changed> items = new ArrayList<>();
        long deadline = System.nanoTime() + TIME_MAX.toNanos();
        int looked = 0;
        for (Row row : rows.subList(0, Math.min(rows.size(), CASES_MAX))) {
            if (System.nanoTime() > deadline) break;
            looked++;
            List<Difference> changes = compare(tenant, row, now, then, begin);
            if (!changes.isEmpty())
                items.add(new Changed(row.id, row.number, row.category, row.stage, row.reportedAt, changes));
        }
        boolean isWhole = looked == rows.size();
        return new Result(
                changed.pack().id(),
                changed.pack().version(),
                days,
                looked,
                isWhole,
                counts(items),
                List.copyOf(items));
    }

    /** The types of the package, before and after. */
    private static Set<String> codes(Catalogue now, Catalogue then, String pack) {
        Set<String> codes = new TreeSet<>();
        for (Catalogue one : List.of(now, then))
            one.editions().forEach((code, edition) -> {
                if (edition.pack().equals(pack)) codes.add(code);
            });
        return codes;
    }

    private List<Row> rows(Tenant tenant, Set<String> codes, Instant since) {
        return db.sql(CASES)
                .param("tenant", tenant.code())
                .param("codes", codes.toArray(String[]::new))
                .param("since", Timestamp.from(since))
                .param("limit", CASES_MAX + 1)
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("category"),
                        Stage.of(row.getString("stage")),
                        row.getTimestamp("reported_at").toInstant()))
                .list();
    }

    private List<Difference> compare(Tenant tenant, Row row, Catalogue now, Catalogue then, Instant at) {
        List<CaseEvent> events = store.events(tenant, row.id);
        return Difference.between(play(tenant, row, events, now), play(tenant, row, events, then), at);
    }

    private ReplayCase.@Nullable Outcome play(Tenant tenant, Row row, List<CaseEvent> events, Catalogue under) {
        Reckoning reckoning = catalogue.decide(tenant).reckoning();
        ReplayCase.Counting counting =
                (subject, within) -> subjects.countedAt(tenant, row.category, subject, within, row.reportedAt);
        return ReplayCase.of(row.id, tenant, events, under, flow, reckoning, counting)
                .orElse(null);
    }

    private static List<Count> counts(List<Changed> items) {
        List<Count> counts = new ArrayList<>();
        for (Difference.Kind kind : Difference.Kind.values()) {
            int cases = (int) items.stream()
                    .filter(one -> one.changes().stream().anyMatch(change -> change.kind() == kind))
                    .count();
            if (cases > 0) counts.add(new Count(kind, cases));
        }
        return counts;
    }
}

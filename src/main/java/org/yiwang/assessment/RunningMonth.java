package org.yiwang.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;
import org.yiwang.assessment.model.AssessMonth;
import org.yiwang.assessment.model.AssessMonth.Decided;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.Edition;
import org.yiwang.assessment.model.Line;
import org.yiwang.assessment.model.RankUnits;
import org.yiwang.assessment.store.EditionStore.Result;
import org.yiwang.assessment.store.OccasionStore;
import org.yiwang.assessment.store.RequestStore;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;

/**
 * The running month as it stands (暂定): the formula in force over what has happened so far, by the same steps as an edition, and kept by nobody. In memory
 * until a case changes; then the next who asks has it made anew.
 */
@Service
public class RunningMonth {
    /** Clocks fall due without anybody doing anything. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private static final UUID NO_ID = new UUID(0, 0);

    private final OccasionStore occasions;
    private final RequestStore requests;
    private final Clock clock;
    private final Map<Key, Standing> held = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    RunningMonth(OccasionStore occasions, RequestStore requests, Clock clock) {
        this.occasions = occasions;
        this.requests = requests;
        this.clock = clock;
    }

    private record Key(Tenant tenant, String formula) {}

    /** @param after how many changes of cases had been heard of before it was made */
    private record Standing(Edition edition, List<Line> lines, List<Result> results, Decided decided, long after) {}

    public YearMonth month() {
        return monthOf(clock.instant());
    }

    private static YearMonth monthOf(Instant now) {
        return YearMonth.from(now.atZone(WorkCalendar.ZONE));
    }

    public Edition edition(Tenant tenant, Assessment formula) {
        return standing(tenant, formula).edition;
    }

    public List<Result> results(Tenant tenant, Assessment formula) {
        return standing(tenant, formula).results;
    }

    public List<Line> lines(Tenant tenant, Assessment formula) {
        return standing(tenant, formula).lines;
    }

    /** A case has changed, or may have. */
    void changed() {
        changes.incrementAndGet();
    }

    private Standing standing(Tenant tenant, Assessment formula) {
        Instant now = clock.instant();
        Decided decided = requests.granted(tenant, formula.packageId(), formula.name());
        return held.compute(
                new Key(tenant, formula.id()),
                (_, old) -> old != null && isGood(old, formula, decided, now) ? old : made(formula, decided, now));
    }

    private boolean isGood(Standing old, Assessment formula, Decided decided, Instant now) {
        return old.after == changes.get()
                && old.edition.month().equals(monthOf(now))
                && old.edition.version() == formula.version()
                && old.decided.equals(decided)
                && now.isBefore(old.edition.madeAt().plus(GOOD_FOR));
    }

    private Standing made(Assessment formula, Decided decided, Instant now) {
        long after = changes.get();
        YearMonth month = monthOf(now);
        List<Line> lines = new AssessMonth(formula, decided, now)
                .lines(occasions.between(formula, month.atDay(1), month.atEndOfMonth()));
        Edition edition = new Edition(
                NO_ID,
                formula.packageId(),
                formula.name(),
                month,
                Edition.RUNNING,
                formula.version(),
                formula.scheme(),
                "",
                Edition.Cause.RUNNING,
                "",
                now,
                null,
                null);
        List<Result> results = RankUnits.of(formula.scheme(), lines).stream()
                .map(one -> Result.of(edition, one))
                .toList();
        return new Standing(edition, lines, results, decided, after);
    }
}

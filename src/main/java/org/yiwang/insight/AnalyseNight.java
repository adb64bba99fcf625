package org.yiwang.insight;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.insight.model.Analysis;
import org.yiwang.insight.model.ContinueFindings;
import org.yiwang.insight.model.ContinueFindings.Outcome;
import org.yiwang.insight.model.Finding;
import org.yiwang.insight.model.Found;
import org.yiwang.insight.model.Occurrence;
import org.yiwang.insight.store.FindingStore;
import org.yiwang.insight.store.FindingStore.Run;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.Cell;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;

/** Analyses the cases up to a day and keeps what was found, all of it or nothing. Of several nodes one does it. */
@Service
public class AnalyseNight {
    private final ReadOccurrences read;
    private final FindingStore store;
    private final Territories territories;
    private final Ids ids;
    private final TransactionTemplate transaction;

    AnalyseNight(
            ReadOccurrences read,
            FindingStore store,
            Territories territories,
            Ids ids,
            TransactionTemplate transaction) {
        this.read = read;
        this.store = store;
        this.territories = territories;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** The day so far, asked for by a person; made once more at night. */
    public Run today(Tenant tenant, LocalDate day, Instant now) {
        return requireNonNull(transaction.execute(_ -> {
            if (!store.tryLock(tenant)) throw Refusal.conflict("insight.busy").exception();
            return keep(tenant, day, false, past(tenant, day), now);
        }));
    }

    /** The whole day, unless it was done already or is being done elsewhere; whether it was done here. */
    public boolean night(Tenant tenant, LocalDate day, Instant now) {
        return requireNonNull(transaction.execute(_ -> {
            if (!store.tryLock(tenant) || store.isDone(tenant, day)) return false;
            keep(tenant, day, true, past(tenant, day), now);
            return true;
        }));
    }

    /**
     * Nights of the past in their order, the cases read once: for a year that is played.
     *
     * @param before is told of each day before it is analysed
     */
    public void nights(
            Tenant tenant, List<LocalDate> days, Function<LocalDate, Instant> at, Consumer<LocalDate> before) {
        if (days.isEmpty()) return;
        List<Occurrence> all = read.between(tenant, days.getFirst().minusDays(Analysis.PAST_DAYS), days.getLast());
        for (LocalDate day : days) {
            before.accept(day);
            transaction.executeWithoutResult(_ -> {
                if (!store.isDone(tenant, day)) keep(tenant, day, true, all, at.apply(day));
            });
        }
    }

    private List<Occurrence> past(Tenant tenant, LocalDate day) {
        return read.between(tenant, day.minusDays(Analysis.PAST_DAYS - 1L), day);
    }

    private Run keep(Tenant tenant, LocalDate day, boolean isFinal, List<Occurrence> past, Instant now) {
        List<Found> found = new Analysis(read.ground(tenant), read::group).on(day, past);
        Map<UUID, Finding> before = store.seenSince(tenant, day.minusDays(ContinueFindings.DISMISSED_DAYS)).stream()
                .collect(Collectors.toMap(Finding::id, Function.identity()));
        List<Outcome> outcomes = ContinueFindings.of(
                day, found, before.values().stream().map(Finding::known).toList());
        for (Outcome outcome : outcomes) keep(tenant, day, outcome);
        int cases = (int) past.stream()
                .filter(one -> !one.day().isAfter(day) && one.day().isAfter(day.minusDays(Analysis.PAST_DAYS)))
                .count();
        Run run = new Run(day, isFinal, now, cases, found.size());
        store.save(tenant, run);
        return run;
    }

    private void keep(Tenant tenant, LocalDate day, Outcome outcome) {
        Territory territory = territories.of(tenant);
        List<Cell> cells = outcome.found().cells().stream()
                .map(territory::cell)
                .filter(Objects::nonNull)
                .toList();
        UUID id = outcome.continues() == null ? ids.next() : outcome.continues();
        store.keep(
                tenant,
                new Finding(
                        id,
                        outcome.found(),
                        cells.stream().map(Cell::committee).distinct().sorted().toList(),
                        cells.stream().map(Cell::area).distinct().sorted().toList(),
                        day,
                        day,
                        null,
                        null));
        if (outcome.returns()) store.bringBack(tenant, id, day);
    }
}

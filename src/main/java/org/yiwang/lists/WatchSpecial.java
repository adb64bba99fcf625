package org.yiwang.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.casework.MatterCases;
import org.yiwang.casework.model.MatterFigure;
import org.yiwang.lists.model.Check;
import org.yiwang.lists.model.Check.Verdict;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.lists.model.FailedShare;
import org.yiwang.lists.model.Item;
import org.yiwang.lists.model.ItemState;
import org.yiwang.lists.model.Quarter;
import org.yiwang.lists.model.RiskPoint;
import org.yiwang.lists.model.Sampling;
import org.yiwang.lists.model.Settled;
import org.yiwang.lists.model.TaskList;
import org.yiwang.lists.store.ItemStore;
import org.yiwang.lists.store.SpecialStore;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;

/** A special supervision as it stands: the figures of its matter beside those of the quarter before, its sample, what failed of it, and what was mended. */
@Service
public class WatchSpecial {
    public static final int CHECKS_MAX = 200;

    private final SpecialStore store;
    private final ItemStore items;
    private final DrawChecks draws;
    private final MatterCases cases;

    WatchSpecial(SpecialStore store, ItemStore items, DrawChecks draws, MatterCases cases) {
        this.store = store;
        this.items = items;
        this.draws = draws;
        this.cases = cases;
    }

    /** The figures of some days. */
    public record Figures(Quarter days, List<MatterCases.Row> rows) {}

    public record Unit(UnitId unit, int drawn, FailedShare share) {}

    /** @param settled missing until somebody answered it */
    public record Risk(RiskPoint point, @Nullable Settled settled) {}

    /** Items that came of failed checks and risk points: how many, of these verified, and late. */
    public record Mended(int items, int done, int late) {}

    /** What the sample says altogether and unit by unit, as far as it was looked at. */
    public record Result(FailedShare share, List<Unit> units, List<Risk> risks, Mended mended) {}

    /**
     * @param sampling missing until a sample was drawn, and for people who do not oversee
     * @param checks those that the person sees, in their order
     * @param result for overseers, once a sample was drawn
     */
    public record Standing(
            TaskList list,
            Figures now,
            Figures before,
            @Nullable Sampling sampling,
            List<Check> checks,
            @Nullable Result result) {}

    public Standing of(Staff staff, UUID id, Instant now) {
        TaskList list = draws.special(staff, id);
        LocalDate today = LocalDate.ofInstant(now, Duty.ZONE);
        boolean isOverseer = Access.may(staff, DecideItem.OVERSEE);
        List<Check> all = store.checks(staff.tenant(), id);
        Optional<Sampling> sampling = isOverseer ? store.find(staff.tenant(), id) : Optional.empty();
        return new Standing(
                list,
                figures(staff, list, quarter(list).until(today), now),
                figures(staff, list, quarter(list).sameTimeBefore(today), now),
                sampling.orElse(null),
                all.stream().filter(check -> CheckSight.covers(staff, check)).toList(),
                sampling.map(drawn -> result(staff, drawn, all, today)).orElse(null));
    }

    /**
     * The cases behind a figure.
     *
     * @param isBefore of the quarter before
     */
    public MatterCases.Listed cases(
            Staff staff, UUID id, MatterFigure figure, @Nullable String unit, boolean isBefore, Instant now) {
        TaskList list = draws.special(staff, id);
        LocalDate today = LocalDate.ofInstant(now, Duty.ZONE);
        Quarter days =
                isBefore ? quarter(list).sameTimeBefore(today) : quarter(list).until(today);
        return cases.list(
                staff,
                list.matter(),
                start(days.from()),
                start(days.to().plusDays(1)),
                figure,
                unit == null ? null : new UnitId(unit),
                now);
    }

    /** Checks that the person's unit still has to make. */
    public List<Check> mine(Staff staff) {
        if (staff.isOutside()) throw Refusal.forbidden("lists.not-your-check").exception();
        return store.open(staff.tenant(), staff.unit(), CHECKS_MAX);
    }

    private Figures figures(Staff staff, TaskList list, Quarter days, Instant now) {
        return new Figures(
                days,
                cases.count(
                        staff,
                        list.matter(),
                        start(days.from()),
                        start(days.to().plusDays(1)),
                        now));
    }

    private Result result(Staff staff, Sampling sampling, List<Check> checks, LocalDate today) {
        Map<UnitId, List<Check>> byUnit = checks.stream()
                .collect(Collectors.groupingBy(check -> check.drawn().unit()));
        List<Unit> units = new TreeSet<>(
                        byUnit.keySet().stream().map(UnitId::value).toList())
                .stream()
                        .map(UnitId::new)
                        .map(unit -> {
                            List<Check> own = byUnit.getOrDefault(unit, List.of());
                            return new Unit(unit, own.size(), FailedShare.of(List.of(part(sampling, unit, own))));
                        })
                        .toList();
        List<FailedShare.Part> parts = byUnit.entrySet().stream()
                .map(entry -> part(sampling, entry.getKey(), entry.getValue()))
                .toList();
        List<Settled> settled = store.settled(staff.tenant(), sampling.list());
        List<Risk> risks = RiskPoint.of(checks).stream()
                .map(point -> new Risk(
                        point,
                        settled.stream()
                                .filter(one -> EndSpecial.answers(one, point))
                                .findFirst()
                                .orElse(null)))
                .toList();
        return new Result(FailedShare.of(parts), units, risks, mended(staff, checks, settled, today));
    }

    private static FailedShare.Part part(Sampling sampling, UnitId unit, List<Check> checks) {
        long judged = checks.stream()
                .filter(check -> check.finding() != null && check.finding().verdict() != Verdict.UNKNOWN)
                .count();
        long failed = checks.stream().filter(Check::isFailed).count();
        return new FailedShare.Part(sampling.closed().getOrDefault(unit, 0), (int) judged, (int) failed);
    }

    private Mended mended(Staff staff, List<Check> checks, List<Settled> settled, LocalDate today) {
        List<UUID> came = new ArrayList<>();
        checks.stream()
                .map(Check::finding)
                .filter(Objects::nonNull)
                .map(Check.Finding::item)
                .filter(Objects::nonNull)
                .forEach(came::add);
        settled.stream().map(Settled::item).filter(Objects::nonNull).forEach(came::add);
        List<Item> found = items.all(staff.tenant(), came);
        return new Mended(
                found.size(),
                (int) found.stream()
                        .filter(item -> item.state() == ItemState.DONE)
                        .count(),
                (int) found.stream().filter(item -> item.isLate(today)).count());
    }

    private static Quarter quarter(TaskList list) {
        return new Quarter(list.from(), Objects.requireNonNull(list.to(), "A special supervision has an end"));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Duty.ZONE).toInstant();
    }
}

package org.yiwang.lists;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.casework.MatterCases;
import org.yiwang.lists.model.Candidate;
import org.yiwang.lists.model.Check;
import org.yiwang.lists.model.DecideItem;
import org.yiwang.lists.model.DrawSample;
import org.yiwang.lists.model.ListKind;
import org.yiwang.lists.model.SampleRule;
import org.yiwang.lists.model.Sampling;
import org.yiwang.lists.model.ShareChecks;
import org.yiwang.lists.model.ShareChecks.Shared;
import org.yiwang.lists.model.TaskList;
import org.yiwang.lists.store.SpecialStore;
import org.yiwang.organisation.Access;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.contract.SchemaName;

/** Draws the closed cases of a special supervision that are looked at again, once, by a seed that nobody chose, and shares them among units. */
@Service
public class DrawChecks {
    private static final int SEED_BYTES = 8;

    private final SpecialStore store;
    private final KeepLists lists;
    private final MatterCases cases;
    private final Units units;
    private final TellOfChecks tell;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    DrawChecks(SpecialStore store, KeepLists lists, MatterCases cases, Units units, TellOfChecks tell, Ids ids) {
        this.store = store;
        this.lists = lists;
        this.cases = cases;
        this.units = units;
        this.tell = tell;
        this.ids = ids;
    }

    /**
     * A draw as it is asked for; what is missing is 3 a unit, 5 %, 10 days worked.
     *
     * @param days worked that a unit has for what failed
     * @param checkers units that look at the cases again; where it is missing, those whose cases are drawn and the person's own
     */
    @SchemaName("NewSample")
    public record Wanted(
            @Nullable Integer perUnit,
            @Nullable Integer percent,
            @Nullable Integer days,
            @Nullable Set<String> checkers) {
        private static final SampleRule RULE = new SampleRule(3, 5);
        private static final int DAYS = 10;

        SampleRule rule() {
            return new SampleRule(
                    Objects.requireNonNullElse(perUnit, RULE.perUnit()),
                    Objects.requireNonNullElse(percent, RULE.percent()));
        }

        int within() {
            return Objects.requireNonNullElse(days, DAYS);
        }
    }

    /**
     * The draw made once more from its seed.
     *
     * @param agrees whether the same cases come out
     */
    public record Again(Sampling sampling, List<Candidate> drawn, boolean agrees) {}

    /** @throws org.yiwang.platform.RefusedException when there is none, or it is no special supervision */
    TaskList special(Staff staff, UUID id) {
        TaskList list = lists.one(staff, id);
        if (list.kind() != ListKind.SPECIAL)
            throw Refusal.conflict("lists.not-special").exception();
        return list;
    }

    @Transactional
    public void draw(Staff staff, UUID id, Wanted wanted, Instant now) {
        Access.require(staff, DecideItem.OVERSEE);
        TaskList list = special(staff, id);
        if (list.closedAt() != null) throw Refusal.conflict("lists.closed").exception();
        if (store.find(staff.tenant(), id).isPresent()) throw drawnAlready();
        if (!wanted.rule().isPossible())
            throw Refusal.invalid("perUnit", "lists.wrong-rule", SampleRule.PER_UNIT_MAX, SampleRule.PERCENT_MAX)
                    .exception();
        if (wanted.within() < 1 || wanted.within() > Sampling.DAYS_MAX)
            throw Refusal.invalid("days", "lists.wrong-days", Sampling.DAYS_MAX).exception();
        List<Candidate> closed = closed(staff, list);
        List<Shared> shared = shared(staff, wanted, closed, seed(), now, list);
        tell.drawn(staff.tenant(), list, shared, now);
    }

    private List<Shared> shared(
            Staff staff, Wanted wanted, List<Candidate> closed, String seed, Instant now, TaskList list) {
        List<Candidate> drawn = DrawSample.draw(seed, wanted.rule(), closed);
        if (drawn.size() > Sampling.DRAWN_MAX)
            throw Refusal.conflict("lists.sample-large", drawn.size(), Sampling.DRAWN_MAX)
                    .exception();
        List<Shared> shared = ShareChecks.among(checkers(staff, wanted, closed), drawn)
                .orElseThrow(
                        () -> Refusal.invalid("checkers", "lists.no-checker").exception());
        UUID problems =
                lists.standing(staff, ListKind.PROBLEM, list.title(), now).id();
        Sampling sampling = new Sampling(
                list.id(),
                seed,
                wanted.rule(),
                now,
                wanted.within(),
                problems,
                staff.name(),
                closed.stream().collect(Collectors.toMap(Candidate::unit, one -> 1, Integer::sum)));
        try {
            store.keep(staff.tenant(), sampling, closed, checks(list.id(), shared));
        } catch (DuplicateKeyException e) {
            throw drawnAlready();
        }
        return shared;
    }

    private List<Check> checks(UUID list, List<Shared> shared) {
        return shared.stream()
                .map(one -> new Check(ids.next(), list, shared.indexOf(one) + 1, one.drawn(), one.checker(), null))
                .toList();
    }

    /** From what was kept at the draw, whatever became of the cases since. */
    public Again again(Staff staff, UUID id) {
        Access.require(staff, DecideItem.OVERSEE);
        special(staff, id);
        Sampling sampling = store.find(staff.tenant(), id)
                .orElseThrow(() -> Refusal.conflict("lists.not-drawn").exception());
        List<Candidate> drawn = DrawSample.draw(sampling.seed(), sampling.rule(), store.candidates(staff.tenant(), id));
        List<Candidate> kept =
                store.checks(staff.tenant(), id).stream().map(Check::drawn).toList();
        return new Again(sampling, drawn, drawn.equals(kept));
    }

    /** Cases closed within the period by units of the sub-district: nobody of an outside party could be given what is wrong. */
    private List<Candidate> closed(Staff staff, TaskList list) {
        Instant from = list.from().atStartOfDay(Duty.ZONE).toInstant();
        LocalDate last = Objects.requireNonNull(list.to(), "A special supervision has an end");
        Instant end = last.plusDays(1).atStartOfDay(Duty.ZONE).toInstant();
        Set<UnitId> own = own(staff);
        List<Candidate> closed =
                cases.closed(staff.tenant(), list.matter(), from, end, Sampling.CLOSED_MAX + 1).stream()
                        .filter(one -> own.contains(one.unit()))
                        .map(one -> new Candidate(one.id(), one.number(), one.category(), one.committee(), one.unit()))
                        .toList();
        if (closed.isEmpty()) throw Refusal.conflict("lists.nothing-closed").exception();
        if (closed.size() > Sampling.CLOSED_MAX)
            throw Refusal.conflict("lists.sample-large", closed.size(), Sampling.CLOSED_MAX)
                    .exception();
        return closed;
    }

    private Set<UnitId> checkers(Staff staff, Wanted wanted, List<Candidate> closed) {
        if (wanted.checkers() == null || wanted.checkers().isEmpty()) {
            Set<UnitId> all = closed.stream().map(Candidate::unit).collect(Collectors.toSet());
            all.add(staff.unit());
            return all;
        }
        Set<UnitId> asked = new HashSet<>();
        for (String one : wanted.checkers()) asked.add(new UnitId(one == null ? "" : one));
        if (!own(staff).containsAll(asked))
            throw Refusal.invalid("checkers", "lists.no-unit").exception();
        return asked;
    }

    private Set<UnitId> own(Staff staff) {
        return units.all(staff.tenant()).stream()
                .filter(unit -> unit.kind() != Unit.Kind.PARTY)
                .map(Unit::id)
                .collect(Collectors.toSet());
    }

    private String seed() {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    private static RefusedException drawnAlready() {
        return Refusal.conflict("lists.drawn-already").exception();
    }
}

package org.yiwang.demonstration;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiwang.assessment.Assessments;
import org.yiwang.assessment.ComputeScores;
import org.yiwang.assessment.HandleRequests;
import org.yiwang.assessment.HandleRequests.Asked;
import org.yiwang.assessment.KeepReferences;
import org.yiwang.assessment.KeepReferences.Entry;
import org.yiwang.assessment.PublishScores;
import org.yiwang.assessment.ViewScores;
import org.yiwang.assessment.model.Assessment;
import org.yiwang.assessment.model.Board;
import org.yiwang.assessment.model.Cost;
import org.yiwang.assessment.model.Edition;
import org.yiwang.assessment.model.Facts;
import org.yiwang.assessment.model.Request;
import org.yiwang.assessment.model.Request.Kind;
import org.yiwang.assessment.model.Request.Step;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.demonstration.plan.YearPlan.AskedOrder;
import org.yiwang.demonstration.plan.YearPlan.Peer;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.Unit;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;

/** Computes and publishes the year's monthly scores, has units ask about orders, and enters what the invented peers report. */
@Component
class EnterScores {
    private static final int HOUR = 9;
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int PEER_DECIMALS = 1;

    private final Assessments assessments;
    private final ComputeScores compute;
    private final PublishScores publish;
    private final ViewScores scores;
    private final HandleRequests requests;
    private final KeepReferences references;
    private final People people;
    private final Units units;

    EnterScores(
            Assessments assessments,
            ComputeScores compute,
            PublishScores publish,
            ViewScores scores,
            HandleRequests requests,
            KeepReferences references,
            People people,
            Units units) {
        this.assessments = assessments;
        this.compute = compute;
        this.publish = publish;
        this.scores = scores;
        this.requests = requests;
        this.references = references;
        this.people = people;
        this.units = units;
    }

    @Transactional
    void enter(Tenant tenant, YearPlan year) {
        YearPlan.Scores plan = year.scores();
        if (plan == null) return;
        Assessment formula = assessments.all(tenant).stream()
                .filter(one -> one.id().equals(plan.assessment()))
                .findFirst()
                .orElse(null);
        Staff clerk = people.all(tenant).stream()
                .filter(staff -> staff.is(Role.SUPERVISOR))
                .findFirst()
                .orElseThrow();
        if (formula == null
                || !scores.all(clerk, formula.packageId(), formula.name()).isEmpty()) return;
        YearMonth first = YearMonth.of(year.year(), 1);
        YearMonth last = YearMonth.from(year.lastDay());
        for (Edition edition :
                compute.computeAll(clerk, formula, first, last, month -> published(month, plan, year.opening())))
            publish.publish(clerk, edition, edition.madeAt());
        ask(clerk, formula, plan, year.opening());
        enterReferences(clerk, formula, plan, first, last, year);
    }

    private static Instant published(YearMonth month, YearPlan.Scores plan, Instant opening) {
        Instant at = month.plusMonths(1)
                .atDay(plan.published())
                .atTime(HOUR, 0)
                .atZone(WorkCalendar.ZONE)
                .toInstant();
        return at.isAfter(opening) ? opening : at;
    }

    /** All of a month are asked and decided, then the month is computed and published once more. */
    private void ask(Staff clerk, Assessment formula, YearPlan.Scores plan, Instant opening) {
        Map<String, List<AskedOrder>> byMonth = new TreeMap<>();
        for (AskedOrder one : plan.asked())
            byMonth.computeIfAbsent(one.month(), _ -> new ArrayList<>()).add(one);
        Set<UUID> taken = new HashSet<>();
        byMonth.forEach((text, asked) -> {
            YearMonth month = YearMonth.parse(text);
            Instant at = published(month, plan, opening).plus(A_DAY);
            boolean changed = false;
            for (AskedOrder one : asked) changed |= ask(clerk, formula, month, one, at, taken) && one.granted();
            if (!changed) return;
            Instant later = at.plus(A_DAY);
            publish.publish(clerk, compute.compute(clerk, formula.packageId(), formula.name(), month, later), later);
        });
    }

    private boolean ask(Staff clerk, Assessment formula, YearMonth month, AskedOrder one, Instant at, Set<UUID> taken) {
        Staff asker = people.ofLogin(clerk.tenant(), one.login()).orElseThrow();
        Cost dearest = dearest(asker, formula, month, one.appeal(), taken);
        if (dearest == null) return false;
        taken.add(dearest.line().caseId());
        Request request = requests.ask(
                asker,
                new Asked(
                        one.appeal() ? Kind.APPEAL : Kind.EXCLUSION,
                        formula.packageId(),
                        formula.name(),
                        month,
                        dearest.line().caseId(),
                        one.appeal() ? dearest.line().measure() : null,
                        one.appeal() ? dearest.line().ref() : null,
                        one.reason(),
                        one.note()),
                at);
        requests.move(
                clerk,
                request.id(),
                one.granted() ? Step.GRANT : Step.REFUSE,
                one.answer(),
                at.plus(Duration.ofHours(3)));
        return true;
    }

    /** What is appealed against is what a return visit said: what a clock says leaves nothing to argue about. */
    private @Nullable Cost dearest(Staff asker, Assessment formula, YearMonth month, boolean appeal, Set<UUID> taken) {
        Edition edition = scores.edition(asker, formula.packageId(), formula.name(), month, null);
        Board board =
                units.tree(asker.tenant()).is(asker.unit(), Unit.Kind.COMMITTEE) ? Board.COMMITTEE : Board.DEPARTMENT;
        return scores.open(asker, edition, board, asker.unit().value()).costs().stream()
                .filter(cost -> cost.points().signum() > 0
                        && !taken.contains(cost.line().caseId()))
                .filter(cost -> !appeal || cost.line().kind().equals(Facts.RETURN_VISIT))
                .findFirst()
                .orElse(null);
    }

    private void enterReferences(
            Staff clerk, Assessment formula, YearPlan.Scores plan, YearMonth first, YearMonth last, YearPlan year) {
        Random dice = new Random(year.seed());
        List<Entry> entries = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            for (Peer peer : plan.peers()) entries.addAll(entries(month, peer, plan.source(), dice));
            for (String measure : new TreeSet<>(plan.lastYear().keySet()))
                entries.add(new Entry(
                        month.minusYears(1),
                        null,
                        null,
                        measure,
                        rounded(requireNonNull(plan.lastYear().get(measure))),
                        plan.source()));
        }
        references.enter(clerk, formula.packageId(), formula.name(), entries, year.opening());
    }

    private static List<Entry> entries(YearMonth month, Peer peer, String source, Random dice) {
        List<Entry> entries = new ArrayList<>();
        for (String measure : new TreeSet<>(peer.means().keySet())) {
            double value = requireNonNull(peer.means().get(measure)) + (2 * dice.nextDouble() - 1) * peer.swing();
            entries.add(new Entry(month, peer.name(), peer.nameEn(), measure, rounded(Math.min(100, value)), source));
        }
        return entries;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(PEER_DECIMALS, RoundingMode.HALF_UP);
    }
}

package org.yiwang.demonstration.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Stage;
import org.yiwang.demonstration.plan.YearPlan.ChannelPlan;
import org.yiwang.demonstration.plan.YearPlan.OpenCases;
import org.yiwang.demonstration.plan.YearPlan.SpecialDays;

/** Whether a year can be played as it is written. */
final class YearCheck {
    private static final Set<Channel> PLAYED = Set.of(Channel.HOTLINE, Channel.GRID, Channel.RESIDENT, Channel.DESK);
    private static final Set<Stage> QUEUE = Set.of(
            Stage.REPORTED,
            Stage.CHECKING,
            Stage.ACCEPTED,
            Stage.DISPATCHED,
            Stage.RETURN_ASKED,
            Stage.ARBITRATION,
            Stage.HANDLING,
            Stage.DONE,
            Stage.VERIFIED);

    private static final int SHOPS_MAX = 5_000;
    private static final int GRIDS_MAX = 200;

    private final YearPlan plan;
    private final Set<String> categories;
    private final BiConsumer<String, String> fault;

    YearCheck(YearPlan plan, Set<String> categories, BiConsumer<String, String> fault) {
        this.plan = plan;
        this.categories = categories;
        this.fault = fault;
    }

    void run() {
        if (plan.now().getYear() != plan.year())
            fault.accept("/now", "lies outside %d. Choose a moment of the year.".formatted(plan.year()));
        plan.channels().forEach(this::channel);
        registers(plan.registers());
        if (plan.rounds() != null) rounds(plan.rounds());
        if (plan.safety() != null) safety(plan.safety());
        if (plan.grids() != null) grids(plan.grids());
        if (plan.scores() != null) scores(plan.scores());
        if (plan.orders() != null) orders(plan.orders());
        if (plan.lists() != null)
            for (int i = 0; i < plan.lists().size(); i++)
                listed("/lists/" + i, plan.lists().get(i));
        if (plan.ground() != null) ground(plan.ground());
        if (plan.devices() != null) devices(plan.devices());
        if (plan.sorting() != null) sorting(plan.sorting());
        if (plan.found() != null)
            plan.found().forEach((round, categories) -> foundThere("/found/" + round.replace("/", "~1"), categories));
        if (plan.plans() != null && plan.plans().all() < 0) fault.accept("/plans", "counts plans. Write 0 or more.");
        if (plan.shopfronts() != null) shopfronts(plan.shopfronts());
        if (plan.prevention() != null) new PreventionCheck(plan.prevention(), categories, fault).run();
        if (plan.files() != null) new FilesCheck(plan.files(), fault).run();
        for (int i = 0; i < plan.days().size(); i++)
            days("/days/" + i, plan.days().get(i));
        for (int i = 0; i < plan.open().size(); i++)
            open("/open/" + i, plan.open().get(i));
        for (int i = 0; i < plan.weather().size(); i++) {
            YearPlan.Sky sky = plan.weather().get(i);
            span("/weather/" + i, sky.from(), sky.to());
            if (sky.share() < 0 || sky.share() > 100)
                fault.accept("/weather/" + i + "/share", "is a share in per cent. Write 0 to 100.");
        }
    }

    private void registers(YearPlan.@Nullable Registers registers) {
        if (registers == null) {
            fault.accept(
                    "",
                    "does not say what the registers hold. Add registers: {shops: 0, gaps: 0, stale: 0, twins: 0, displaced: 0}.");
            return;
        }
        if (registers.shops() < 0 || registers.shops() > SHOPS_MAX)
            fault.accept("/registers/shops", "is no number of shops. Write 0 to %d.".formatted(SHOPS_MAX));
        if (registers.twins() < 0
                || registers.displaced() < 0
                || registers.twins() + registers.displaced() > registers.shops())
            fault.accept("/registers", "has more twins and displaced shops than shops. Write fewer.");
        if (isNoShare(registers.gaps()) || isNoShare(registers.stale()))
            fault.accept("/registers", "gaps and stale are shares in per cent. Write 0 to 100.");
    }

    private void orders(YearPlan.Orders orders) {
        orders.kinds().forEach((category, weights) -> {
            boolean isOne = weights.values().stream().allMatch(weight -> weight >= 0)
                    && weights.values().stream().mapToInt(Integer::intValue).sum() > 0;
            if (!isOne)
                fault.accept(
                        "/orders/kinds/" + category, "has no weights. Write numbers from 0 of which one is greater.");
        });
    }

    private void listed(String at, YearPlan.Listed list) {
        if (list.from().isAfter(plan.lastDay())) fault.accept(at + "/from", "begins after the year. Give a day of it.");
        if (list.sentBack() + list.extended() > list.done())
            fault.accept(at + "/done", "is less than those sent back and given more time. Count these too.");
        if (Math.min(Math.min(list.sentBack(), list.extended()), Math.min(list.dropped(), list.late())) < 0)
            fault.accept(at, "counts items. Write 0 or more.");
    }

    private void grids(YearPlan.Grids grids) {
        grids.departments().forEach((department, count) -> {
            if (count < 1 || count > GRIDS_MAX)
                fault.accept(
                        "/grids/departments/" + department,
                        "is no number of grids. Write 1 to %d.".formatted(GRIDS_MAX));
        });
        if (grids.merged().isBefore(grids.since()))
            fault.accept("/grids/merged", "lies before since. Exchange the two dates.");
        if (grids.split() < 0 || grids.gaps() < 0)
            fault.accept("/grids", "split and gaps are counts. Write 0 or more.");
        if (grids.filled() < 0 || grids.filled() > grids.gaps())
            fault.accept("/grids/filled", "is more than there are gaps. Write 0 to %d.".formatted(grids.gaps()));
        YearPlan.LaterGrid later = grids.later();
        if (later != null && !grids.departments().containsKey(later.department()))
            fault.accept("/grids/later/department", "has no grid above. Add it or leave it out.");
        if (later != null && later.from().isBefore(grids.merged()))
            fault.accept("/grids/later/from", "lies before the table. Choose a later day.");
    }

    private void scores(YearPlan.Scores scores) {
        if (scores.published() < 1 || scores.published() > 28)
            fault.accept("/scores/published", "is no day that every month has. Write 1 to 28.");
        if (!scores.assessment().matches("[a-z0-9-]+/[a-z0-9-]+"))
            fault.accept("/scores/assessment", "names no formula. Write package/name, such as assessment/hotline.");
        for (int i = 0; i < scores.asked().size(); i++)
            if (!scores.asked().get(i).month().matches(plan.year() + "-(0[1-9]|1[0-2])"))
                fault.accept(
                        "/scores/asked/" + i + "/month",
                        "is no month of the year. Write it like %d-03.".formatted(plan.year()));
    }

    private void rounds(YearPlan.Rounds rounds) {
        if (isNoShare(rounds.missed()) || isNoShare(rounds.unproven()))
            fault.accept("/rounds", "missed and unproven are shares in per cent. Write 0 to 100.");
        if (rounds.daysOff() < 0 || rounds.missed() * rounds.daysOff() > 100)
            fault.accept("/rounds/daysOff", "times missed is more than everything. Write less.");
    }

    private void safety(YearPlan.Safety safety) {
        if (safety.inspected() < 0 || safety.inspected() > safety.units())
            fault.accept("/safety/inspected", "is more than the %d units. Lower it.".formatted(safety.units()));
        hazards("/safety/hazards", safety.hazards());
        for (int i = 0; i < safety.campaigns().size(); i++) {
            YearPlan.Campaign campaign = safety.campaigns().get(i);
            String at = "/safety/campaigns/" + i;
            span(at, campaign.from(), campaign.to());
            hazards(at + "/hazards", campaign.hazards());
            if (campaign.units() < 1 || campaign.units() > safety.inspected())
                fault.accept(
                        at + "/units", "is no number of inspected units. Write 1 to %d.".formatted(safety.inspected()));
        }
    }

    private void hazards(String at, Map<String, YearPlan.Hazards> hazards) {
        known(at, hazards.keySet());
        hazards.forEach((code, some) -> {
            if (some.open() < 0 || some.open() > some.found())
                fault.accept(at + "/" + code, "has more open than found. Lower open.");
        });
    }

    private void ground(YearPlan.Ground ground) {
        int ownerless = ground.roads().getOrDefault("ownerless", 0);
        if (ground.unsettled() < 0 || ground.unsettled() > ownerless)
            fault.accept("/ground/unsettled", "is more than the %d ownerless roads. Lower it.".formatted(ownerless));
        if (ground.sections() < 0 || ground.lines() < 0 || ground.areas() < 0 || ground.spots() < 0)
            fault.accept("/ground", "counts what registers hold. Write 0 or more.");
    }

    private void devices(YearPlan.Devices devices) {
        YearPlan.Waste waste = devices.waste();
        if (waste.points() < waste.estates() || waste.estates() < waste.pilots().size())
            fault.accept(
                    "/devices/waste",
                    "has fewer points than estates, or fewer estates than pilots. Raise points or estates.");
        if (devices.stations() < 0 || devices.lifts().values().stream().anyMatch(count -> count < 1))
            fault.accept(
                    "/devices", "counts devices. Write 0 or more stations, and at least 1 building for an estate.");
    }

    private void sorting(YearPlan.Sorting sorting) {
        if (sorting.bags() < 1 || sorting.rate() < 0 || sorting.rate() > 100)
            fault.accept("/sorting", "looks at no bags, or its rate is no share in per cent. Correct them.");
        YearPlan.PlannedTrial trial = sorting.trial();
        if (trial == null) return;
        boolean inOrder = !trial.started().isBefore(trial.planned())
                && trial.starts().values().stream().noneMatch(day -> day.isBefore(trial.started()))
                && trial.decided().isAfter(trial.started());
        if (trial.starts().isEmpty() || !inOrder)
            fault.accept(
                    "/sorting/trial",
                    "is not in the order planned, started, without guides, decided. Correct the days.");
    }

    private void foundThere(String at, Map<String, YearPlan.FoundThere> categories) {
        known(at, categories.keySet());
        categories.forEach((code, some) -> {
            if (some.found() > 0 && some.places() < 1)
                fault.accept(at + "/" + code + "/places", "names no place. Write at least 1.");
            if (some.open() < 0
                    || some.late() < 0
                    || some.reworked() < 0
                    || some.open() + some.late() + some.reworked() > some.found())
                fault.accept(at + "/" + code, "has more open, late and reworked than found. Lower some.");
        });
    }

    private void shopfronts(YearPlan.Shopfronts shopfronts) {
        if (shopfronts.twice() < 0
                || shopfronts.oftener() < 0
                || shopfronts.twice() * 2 + shopfronts.oftener() * 3 > shopfronts.known())
            fault.accept("/shopfronts/known", "is less than the repeated ones come to. Raise it.");
    }

    private static boolean isNoShare(double perCent) {
        return perCent < 0 || perCent > 100;
    }

    private void channel(Channel channel, ChannelPlan year) {
        String at = "/channels/" + channel.id();
        if (!PLAYED.contains(channel)) fault.accept(at, "is not played. Known: hotline, grid, resident, desk.");
        if (year.cases() < 0) fault.accept(at + "/cases", "is negative. Write 0 or more.");
        if (year.answered() != null && year.answered() < 0)
            fault.accept(at + "/answered", "is negative. Write 0 or more.");
        count(at + "/months", year.months(), 12);
        count(at + "/weekdays", year.weekdays(), 7);
        count(at + "/hours", year.hours(), 24);
        known(at + "/categories", year.categories().keySet());
        if (year.cases() > 0 && year.categories().values().stream().noneMatch(w -> w > 0))
            fault.accept(at + "/categories", "has no weight above 0. Name at least one category.");
        outcomes(at, year);
    }

    private void outcomes(String at, ChannelPlan year) {
        int endings = 0;
        int courses = 0;
        for (Map.Entry<Outcome, Integer> row : year.outcomes().entrySet()) {
            if (row.getValue() < 0)
                fault.accept(at + "/outcomes/" + row.getKey().id(), "is negative. Write 0 or more.");
            if (Outcome.ENDINGS.contains(row.getKey())) endings += row.getValue();
            if (Outcome.COURSES.contains(row.getKey())) courses += row.getValue();
        }
        if (endings + courses > year.cases())
            fault.accept(
                    at + "/outcomes",
                    "%d outcomes are more than the %d cases. A case has one ending and one course at most: lower some."
                            .formatted(endings + courses, year.cases()));
        if (year.outcomes().getOrDefault(Outcome.SELF_HANDLED, 0) > 0 && !at.endsWith("/grid"))
            fault.accept(
                    at + "/outcomes/self-handled", "only inspectors settle things on the spot. Write it under grid.");
        if (year.outcomes().getOrDefault(Outcome.SPLIT, 0) > 0 && !at.endsWith("/grid") && !at.endsWith("/desk"))
            fault.accept(
                    at + "/outcomes/split",
                    "the parts would count as further matters of this channel. Write it under grid or desk.");
    }

    private void days(String at, SpecialDays days) {
        span(at, days.from(), days.to());
        if (days.categories() != null)
            known(at + "/categories", days.categories().keySet());
    }

    private void open(String at, OpenCases row) {
        if (!QUEUE.contains(row.state()))
            fault.accept(at + "/state", "is not an open state. Known: %s.".formatted(new TreeSet<>(QUEUE)));
        if (row.cases() < 0) fault.accept(at + "/cases", "is negative. Write 0 or more.");
        if (row.course() != null && row.state() != Stage.HANDLING)
            fault.accept(at + "/course", "belongs to the state handling. Leave it out here.");
        for (Channel channel : row.channels().keySet()) {
            if (!plan.channels().containsKey(channel))
                fault.accept(at + "/channels", "%s has no year above. Add it or leave it out.".formatted(channel.id()));
        }
    }

    private void span(String at, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to == null) fault.accept(at, "needs from and to. Add the missing date.");
        else if (to.isBefore(from)) fault.accept(at + "/to", "lies before from. Exchange the two dates.");
    }

    private void count(String at, @Nullable List<Double> weights, int wanted) {
        int there = weights == null ? 0 : weights.size();
        if (there != wanted)
            fault.accept(at, "has %d weights instead of %d. Write one for each.".formatted(there, wanted));
    }

    private void known(String at, Set<String> codes) {
        for (String code : codes) {
            if (!categories.contains(code))
                fault.accept(at + "/" + code, "there is no such category. Known codes stand in scenarios/*/cases.");
        }
    }
}

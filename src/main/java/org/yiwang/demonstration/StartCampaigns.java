package org.yiwang.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.demonstration.plan.PlannedWalk;
import org.yiwang.demonstration.plan.UnitVisits;
import org.yiwang.demonstration.plan.YearPlan;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.RunCampaigns;
import org.yiwang.rounds.RunCampaigns.NewCampaign;
import org.yiwang.rounds.model.Campaign;
import org.yiwang.rounds.model.Chosen;
import org.yiwang.worktime.WorkCalendar;

/** Starts the year's special campaigns on the mornings of their first days, as a supervisor would. */
@Component
class StartCampaigns {
    private static final int HOUR = 9;

    private final RunCampaigns run;
    private final People people;

    StartCampaigns(RunCampaigns run, People people) {
        this.run = run;
        this.people = people;
    }

    /** Those that an earlier loading began. */
    List<UUID> begun(Tenant tenant, PlannedWalk walk) {
        UnitVisits units = walk.units();
        if (units == null) return List.of();
        return run.all(supervisor(tenant)).stream()
                .map(campaign -> known(units, campaign))
                .toList();
    }

    /** Those that begin on this day. */
    List<UUID> begin(Tenant tenant, PlannedWalk walk, LocalDate day) {
        UnitVisits units = walk.units();
        if (units == null) return List.of();
        List<UUID> begun = new ArrayList<>();
        for (YearPlan.Campaign campaign : units.beginning(day))
            begun.add(known(units, start(supervisor(tenant), campaign, units.unitsOf(campaign))));
        return begun;
    }

    private Campaign start(Staff staff, YearPlan.Campaign planned, List<String> keys) {
        Instant at = planned.from().atTime(HOUR, 0).atZone(WorkCalendar.ZONE).toInstant();
        Chosen chosen = new Chosen(keys, null, null, null, null);
        return run.start(
                staff,
                new NewCampaign(planned.round(), planned.name(), planned.from(), planned.to(), null, chosen),
                at);
    }

    private static UUID known(UnitVisits units, Campaign campaign) {
        units.campaign(campaign.name(), campaign.id());
        return campaign.id();
    }

    private Staff supervisor(Tenant tenant) {
        return people.all(tenant).stream()
                .filter(staff -> staff.is(Role.SUPERVISOR))
                .findFirst()
                .orElseThrow();
    }
}

package org.yiwang.demonstration.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.rounds.model.Stop;
import org.yiwang.worktime.WorkCalendar;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** When inspections went to the units of production and business, as far as the year's file leaves no choice: where something was found, and where nobody ever was. */
public final class UnitVisits {
    private static final String REGISTER = "unit";

    private final Map<String, ObjectNode> data;
    private final PlannedHazards finds;
    private final Set<String> never;
    private final Map<String, Instant> onRounds;
    private final Map<UUID, Map<String, Instant>> inCampaigns = new HashMap<>();

    public UnitVisits(PlannedUnits units, PlannedHazards finds) {
        this.data = units.byKey();
        this.finds = finds;
        this.never = finds.never();
        this.onRounds = finds.onRounds();
    }

    /** A campaign of the year has this id. */
    public void campaign(String name, UUID id) {
        inCampaigns.put(id, finds.inCampaign(name));
    }

    /** Campaigns of which this is the first day. */
    public List<YearPlan.Campaign> beginning(LocalDate day) {
        return finds.campaigns().stream()
                .filter(campaign -> campaign.from().equals(day))
                .toList();
    }

    /** Keys of the units that a campaign goes to. */
    public List<String> unitsOf(YearPlan.Campaign campaign) {
        return finds.unitsOf(campaign);
    }

    boolean knows(Stop stop) {
        return REGISTER.equals(stop.subject().register());
    }

    boolean isNever(Stop stop) {
        return never.contains(stop.subject().key());
    }

    /** When this stop found something. */
    Optional<Instant> found(Stop stop) {
        UUID campaign = stop.campaign();
        @Nullable
        Instant at = campaign == null
                ? onRounds.get(stop.subject().key())
                : inCampaigns
                        .getOrDefault(campaign, Map.of())
                        .get(stop.subject().key());
        return Optional.ofNullable(at)
                .filter(moment -> stop.period().holds(LocalDate.ofInstant(moment, WorkCalendar.ZONE)));
    }

    /** What the register says of the unit. */
    ObjectNode data(Stop stop) {
        return knows(stop)
                ? data.getOrDefault(stop.subject().key(), JsonNodeFactory.instance.objectNode())
                : JsonNodeFactory.instance.objectNode();
    }
}

package org.yiwang.demonstration.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Stop;
import org.yiwang.worktime.WorkCalendar;

/** What was found at which stop of the rounds over registers, as planned. */
final class RecordVisits {
    private final Map<String, List<Find>> finds = new HashMap<>();

    RecordVisits(List<Find> all) {
        for (Find find : all) {
            Find.Look look = find.look();
            if (look != null)
                finds.computeIfAbsent(look.round() + " " + find.key(), _ -> new ArrayList<>())
                        .add(find);
        }
    }

    /** What this stop found. */
    Optional<Find> at(Stop stop, Round round) {
        if (stop.again() != null) return Optional.empty();
        return finds.getOrDefault(round.id() + " " + stop.subject().key(), List.of()).stream()
                .filter(find ->
                        stop.period().holds(LocalDate.ofInstant(find.birth().at(), WorkCalendar.ZONE)))
                .filter(find -> WalkingHours.partOf(find.birth().at(), round.times()) == stop.slot())
                .findFirst();
    }
}

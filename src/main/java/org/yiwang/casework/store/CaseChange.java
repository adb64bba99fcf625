package org.yiwang.casework.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Clock;
import org.yiwang.casework.model.Stage;
import org.yiwang.organisation.UnitId;

/**
 * What those who follow along learn of a step: enough to redraw a row, nothing personal.
 *
 * @param desk units with a part in the case before or after the step
 */
public record CaseChange(
        UUID id,
        int version,
        String action,
        @Nullable Stage previousState,
        Stage state,
        String category,
        String title,
        UnitId committee,
        UnitId area,
        String cell,
        @Nullable UnitId lead,
        List<UnitId> desk,
        int supervision,
        @Nullable Instant dueAt,
        String actorName,
        Instant at) {

    static CaseChange of(CaseFile file, CaseEvent event, List<UnitId> before) {
        return new CaseChange(
                file.id(),
                event.seq(),
                event.action(),
                event.from(),
                file.stage(),
                file.category(),
                file.title(),
                file.place().committee(),
                file.place().area(),
                file.place().cell(),
                file.lead(),
                Stream.concat(file.desk().stream(), before.stream()).distinct().toList(),
                file.notes().supervision(),
                file.bindingClock().map(Clock::dueAt).orElse(null),
                event.actorName(),
                event.at());
    }
}

package org.yiwang.casework.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseHistory;
import org.yiwang.casework.model.Effect;
import org.yiwang.casework.model.OutsidePart;
import org.yiwang.casework.model.OutsideView;
import org.yiwang.organisation.UnitId;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The past of a case as far as an outside party is told of it: {@code casework/outside.yaml}. */
@Component
class OutsideEvents {
    private static final String FILE = "/casework/outside.yaml";
    private static final String NOBODY = "-";

    /** Steps that are told with their note, and steps of which only the fact is told. */
    private record Told(Set<String> words, Set<String> facts) {}

    private final Told told;

    OutsideEvents() {
        try (InputStream yaml = OutsideEvents.class.getResourceAsStream(FILE)) {
            if (yaml == null) throw new IllegalStateException(FILE + " is missing from this build");
            told = new YAMLMapper().readValue(yaml, Told.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What happened while the case was with this unit. What was written while it lay with others was written to them, also where it has come back since.
     */
    List<CaseEvent> of(List<CaseEvent> events, UnitId unit) {
        List<CaseEvent> seen = new ArrayList<>();
        OutsidePart part = OutsidePart.NONE;
        Set<Integer> undone = CaseHistory.undone(events);
        for (CaseEvent event : events) {
            if (!undone.contains(event.seq())) part = part.after(event.effects(), unit);
            if (unit.value().equals(event.actorUnit())) seen.add(event);
            else if (part.isTheirs() && told.words.contains(event.action()))
                seen.add(inside(event, unit, event.note()));
            else if (part.isAny() && told.facts.contains(event.action())) seen.add(inside(event, unit, null));
        }
        return List.copyOf(seen);
    }

    private static boolean gives(Effect effect, UnitId unit) {
        return switch (effect) {
            case Effect.LeadSet set -> unit.equals(set.unit());
            case Effect.AssistantAdded added -> unit.equals(added.unit());
            default -> false;
        };
    }

    /** A step of the sub-district's own people: not who of them took it, and of its effects only those on this unit. */
    private static CaseEvent inside(CaseEvent event, UnitId unit, @Nullable String note) {
        boolean byClock = event.actorKind() == Actor.Kind.SYSTEM;
        return new CaseEvent(
                event.seq(),
                event.at(),
                event.actorKind(),
                byClock ? event.actorId() : NOBODY,
                byClock ? event.actorName() : "",
                null,
                event.action(),
                event.from(),
                event.to(),
                note == null ? null : OutsideView.withoutNumbers(note),
                note == null ? null : event.reason(),
                event.effects().stream()
                        .filter(effect -> concerns(effect, unit))
                        .toList());
    }

    private static boolean concerns(Effect effect, UnitId unit) {
        return switch (effect) {
            case Effect.ClockStarted _,
                    Effect.ClockPaused _,
                    Effect.ClockResumed _,
                    Effect.ClockExtended _,
                    Effect.ClockFired _,
                    Effect.ExtensionSettled _,
                    Effect.Suspended _,
                    Effect.Resumed _,
                    Effect.Supervised _ -> true;
            case Effect.LeadSet _, Effect.AssistantAdded _ -> gives(effect, unit);
            default -> false;
        };
    }
}

package org.yiwang.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseHistory;
import org.yiwang.casework.model.Decide;
import org.yiwang.casework.model.NewCase;
import org.yiwang.casework.model.Report;
import org.yiwang.casework.store.WholeCaseWriter;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;
import org.yiwang.worktime.WorkCalendar;

/**
 * Plays cases that lie in the past through the same decisions as the cases of today, and stores whole lives together. Everything happens in the caller's
 * transaction; those who follow along live hear of each case once, not of each step.
 */
@Service
public class PlayCases {
    private final CaseIntake intake;
    private final CatalogueStore catalogue;
    private final ReportStore reporters;
    private final WholeCaseWriter writer;
    private final Ids ids;

    PlayCases(CaseIntake intake, CatalogueStore catalogue, ReportStore reporters, WholeCaseWriter writer, Ids ids) {
        this.intake = intake;
        this.catalogue = catalogue;
        this.reporters = reporters;
        this.writer = writer;
        this.ids = ids;
    }

    /** Opens a case for a matter of that time. */
    public CaseLife open(Tenant tenant, CaseIntake.Matter matter, Actor actor, Instant when) {
        NewCase fresh = intake.past(tenant, matter, when);
        return open(tenant, ids.next(), fresh, actor, when, matter);
    }

    /** Splits a case; answers its new parts. */
    public List<CaseLife> split(CaseLife whole, ActionInput input, Actor actor, Instant when) {
        whole.act("split", input, actor, when);
        CaseFile file = whole.file();
        List<UUID> children = file.notes().children();
        int first = children.size() - input.parts().size();
        List<CaseLife> parts = new ArrayList<>();
        for (int i = 0; i < input.parts().size(); i++) {
            NewCase part = NewCase.part(file, input.parts().get(i));
            CaseLife life = open(file.tenant(), children.get(first + i), part, actor, when, null);
            whole.addPart(life);
            parts.add(life);
        }
        return parts;
    }

    private CaseLife open(
            Tenant tenant, UUID id, NewCase fresh, Actor actor, Instant when, CaseIntake.@Nullable Matter matter) {
        Decide decide = catalogue.decide(tenant);
        CaseEvent event = decide.report(fresh, actor, when.truncatedTo(ChronoUnit.MICROS));
        CaseFile file = CaseHistory.open(id, tenant, event, decide.reckoning());
        LocalDate day = LocalDate.ofInstant(when, WorkCalendar.ZONE);
        return new CaseLife(
                decide,
                file,
                event,
                writer.number(tenant, day, fresh.channel()),
                matter == null ? null : matter.reporter(),
                matter == null ? null : matter.token());
    }

    /** Stores these lives, each in full. */
    public void store(Tenant tenant, List<CaseLife> lives) {
        for (CaseLife life : lives) {
            ReportStore.Reporter reporter = life.reporter();
            if (reporter == null) continue;
            for (Report joined : life.joined())
                reporters.add(tenant, life.file().id(), joined, reporter, life.token());
        }
        writer.write(lives.stream()
                .map(life -> new WholeCaseWriter.Whole(life.file(), life.number(), life.events()))
                .toList());
    }
}

package org.yiwang.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseHistory;
import org.yiwang.casework.model.Decide;
import org.yiwang.casework.model.NewCase;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.store.CaseWriter;
import org.yiwang.platform.Ids;
import org.yiwang.platform.Tenant;

/** Opens a case for a matter that has come in. */
@Service
public class ReportCase {
    private final CatalogueStore catalogue;
    private final CaseWriter writer;
    private final Ids ids;

    public ReportCase(CatalogueStore catalogue, CaseWriter writer, Ids ids) {
        this.catalogue = catalogue;
        this.writer = writer;
        this.ids = ids;
    }

    public StoredCase report(Tenant tenant, NewCase fresh, Actor actor, Instant now, @Nullable String requestKey) {
        return report(tenant, ids.next(), fresh, actor, now, requestKey);
    }

    StoredCase report(Tenant tenant, UUID id, NewCase fresh, Actor actor, Instant now, @Nullable String requestKey) {
        Decide decide = catalogue.decide(tenant);
        CaseEvent event = decide.report(fresh, actor, now.truncatedTo(ChronoUnit.MICROS));
        CaseFile file = CaseHistory.open(id, tenant, event, decide.reckoning());
        return writer.insert(file, event, requestKey);
    }
}

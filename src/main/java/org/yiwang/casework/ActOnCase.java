package org.yiwang.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseEvent;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.CaseHistory;
import org.yiwang.casework.model.Decide;
import org.yiwang.casework.model.NewCase;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.store.CaseStore;
import org.yiwang.casework.store.CaseWriter;
import org.yiwang.platform.Decision;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;

/** Takes one step in a case: reads it, decides, stores what follows. */
@Service
public class ActOnCase {
    private static final Logger LOG = LoggerFactory.getLogger(ActOnCase.class);
    private static final String STALE = "case.stale";
    private static final Set<String> COMPOUND = Set.of("undo", "merge", "split");

    private final CaseStore store;
    private final CaseWriter writer;
    private final CatalogueStore catalogue;
    private final ReportCase reportCase;
    private final Supplier<List<StepCondition>> conditions;
    private final TransactionTemplate transaction;

    @Autowired
    ActOnCase(
            CaseStore store,
            CaseWriter writer,
            CatalogueStore catalogue,
            ReportCase reportCase,
            ObjectProvider<StepCondition> conditions,
            TransactionTemplate transaction) {
        this(
                store,
                writer,
                catalogue,
                reportCase,
                () -> conditions.orderedStream().toList(),
                transaction);
    }

    /** With nothing asked beyond the flow table. */
    public ActOnCase(
            CaseStore store,
            CaseWriter writer,
            CatalogueStore catalogue,
            ReportCase reportCase,
            TransactionTemplate transaction) {
        this(store, writer, catalogue, reportCase, List::of, transaction);
    }

    private ActOnCase(
            CaseStore store,
            CaseWriter writer,
            CatalogueStore catalogue,
            ReportCase reportCase,
            Supplier<List<StepCondition>> conditions,
            TransactionTemplate transaction) {
        this.store = store;
        this.writer = writer;
        this.catalogue = catalogue;
        this.reportCase = reportCase;
        this.conditions = conditions;
        this.transaction = transaction;
    }

    /**
     * An action as it is asked for.
     *
     * @param version the version that the person saw; a case that has moved on since is refused as stale
     * @param key the request's idempotency key, which belongs to this case: the same key again gives the same case back, unchanged
     */
    public record Request(
            UUID id,
            String action,
            ActionInput input,
            @Nullable Integer version,
            @Nullable String key) {

        public static Request of(UUID id, String action, ActionInput input) {
            return new Request(id, action, input, null, null);
        }
    }

    public StoredCase act(Tenant tenant, Request request, Actor actor, Instant when) {
        Optional<StoredCase> recent = isPlain(request) ? store.recent(tenant, request.id()) : Optional.empty();
        if (recent.isPresent() && sees(actor, recent.get().file())) {
            try {
                return act(tenant, recent.get(), request, actor, when);
            } catch (RefusedException perhapsOutdated) {
                LOG.trace("Decided again on the stored case: {}", perhapsOutdated.getMessage());
            }
        }
        return actOnStored(tenant, request, actor, when);
    }

    /** Whether it is one step of one case, and one that would be out of date if it came again. */
    private static boolean isPlain(Request request) {
        return !COMPOUND.contains(request.action()) && (request.key() == null || request.version() != null);
    }

    private StoredCase actOnStored(Tenant tenant, Request request, Actor actor, Instant when) {
        CaseStore.Found found = stored(tenant, request, actor);
        if (found.isRepeated()) return again(found, tenant, request, actor);
        try {
            return act(tenant, found.stored(), request, actor, when);
        } catch (RefusedException outrun) {
            if (request.key() == null || !outrun.refusal().code().equals(STALE)) throw outrun;
            CaseStore.Found now = stored(tenant, request, actor);
            if (!now.isRepeated()) throw outrun;
            return again(now, tenant, request, actor);
        }
    }

    private CaseStore.Found stored(Tenant tenant, Request request, Actor actor) {
        return store.find(tenant, request.id(), actor.id(), request.key())
                .filter(there -> sees(actor, there.stored().file()))
                .orElseThrow(() -> Refusal.notFound("case.not-found").exception());
    }

    private StoredCase again(CaseStore.Found found, Tenant tenant, Request request, Actor actor) {
        if (!isSame(store.earlier(tenant, request.id(), actor.id(), String.valueOf(request.key())), request))
            throw Refusal.invalid("Idempotency-Key", "request.key-reused").exception();
        return found.stored();
    }

    /** Whether the step that was taken under the key is the one that is asked for now. */
    private static boolean isSame(CaseStore.Earlier earlier, Request request) {
        String note = request.input().note();
        return earlier.action().equals(request.action())
                && (note == null
                        || earlier.note() == null
                        || earlier.note().strip().equals(note.strip()));
    }

    private StoredCase act(Tenant tenant, StoredCase before, Request request, Actor actor, Instant when) {
        Instant now = notBefore(before.file().updatedAt(), when.truncatedTo(ChronoUnit.MICROS));
        if (request.version() != null && request.version() != before.file().seq()) {
            throw Refusal.refuse(Refusal.Kind.STALE, STALE).exception();
        }
        return switch (request.action()) {
            case "undo" -> undo(tenant, before, request, actor, now);
            case "merge" -> transaction.execute(status -> merge(tenant, before, request, actor, now));
            case "split" -> transaction.execute(status -> split(tenant, before, request, actor, now));
            default -> step(tenant, before, request, actor, now);
        };
    }

    /** Clocks of several machines differ a little; within a case time only moves forward. */
    private static Instant notBefore(Instant last, Instant now) {
        return now.isBefore(last) ? last : now;
    }

    /** The case, if this person may see it; to anyone else it does not exist. */
    public StoredCase visible(Tenant tenant, UUID id, Actor actor) {
        return store.find(tenant, id)
                .filter(found -> sees(actor, found.file()))
                .orElseThrow(() -> Refusal.notFound("case.not-found").exception());
    }

    private static boolean sees(Actor actor, CaseFile file) {
        return switch (actor.kind()) {
            case SYSTEM -> true;
            case REPORTER ->
                file.reports().stream().anyMatch(r -> r.id().toString().equals(actor.id()));
            case STAFF -> actor.sight() != null && CaseSight.covers(actor.sight(), file);
        };
    }

    private StoredCase step(Tenant tenant, StoredCase before, Request request, Actor actor, Instant now) {
        Decide decide = catalogue.decide(tenant);
        int children = store.open(tenant, before.file().notes().children());
        CaseEvent event = decide.act(before.file(), request.action(), request.input(), actor, now, children)
                .orThrow();
        for (StepCondition condition : conditions.get())
            condition
                    .against(before.file(), request.action(), request.input(), actor)
                    .ifPresent(refusal -> {
                        throw refusal.exception();
                    });
        CaseFile after = CaseHistory.apply(before.file(), event, decide.reckoning());
        return writer.append(before, after, event, request.key());
    }

    private StoredCase undo(Tenant tenant, StoredCase before, Request request, Actor actor, Instant now) {
        Decide decide = catalogue.decide(tenant);
        List<CaseEvent> history = new ArrayList<>(store.events(tenant, request.id()));
        Decision<CaseEvent> decision = decide.undo(before.file(), history, actor, now);
        CaseEvent event = decision.orThrow();
        history.add(event);
        CaseFile after = CaseHistory.fold(request.id(), tenant, history, decide.reckoning());
        return writer.append(before, after, event, request.key());
    }

    /** The merged case ends; the other takes over its reporters, each with the deadline and the answer of their own. */
    private StoredCase merge(Tenant tenant, StoredCase before, Request request, Actor actor, Instant now) {
        StoredCase merged = step(tenant, before, request, actor, now);
        CaseFile into = Optional.ofNullable(request.input().into()).orElseThrow();
        StoredCase target = store.find(tenant, into.id()).orElseThrow();
        Instant then = notBefore(target.file().updatedAt(), now);
        step(tenant, target, Request.of(into.id(), "take-reports", ActionInput.taking(before)), Actor.CLOCK, then);
        return merged;
    }

    private StoredCase split(Tenant tenant, StoredCase before, Request request, Actor actor, Instant now) {
        StoredCase parent = step(tenant, before, request, actor, now);
        List<UUID> children = parent.file().notes().children();
        List<ActionInput.Part> parts = request.input().parts();
        int first = children.size() - parts.size();
        for (int i = 0; i < parts.size(); i++) {
            NewCase part = NewCase.part(before.file(), parts.get(i));
            reportCase.report(tenant, children.get(first + i), part, actor, now, null);
        }
        return parent;
    }
}

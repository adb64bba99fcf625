package org.yiwang.alarms.follow;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yiwang.alarms.AlarmNews;
import org.yiwang.alarms.PlaceRecord;
import org.yiwang.alarms.RulesInForce;
import org.yiwang.alarms.engine.Severity;
import org.yiwang.alarms.model.CaseRule;
import org.yiwang.alarms.store.CaseAlarmStore;
import org.yiwang.alarms.store.CaseAlarmStore.Link;
import org.yiwang.alarms.store.CaseAlarmStore.Matter;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.casework.ActOnCase;
import org.yiwang.casework.CaseIntake;
import org.yiwang.casework.CasePlaces;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.model.Stage;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.casework.model.Urgency;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusedException;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.EntryFacts;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.model.Device;
import org.yiwang.territory.LonLat;

/**
 * Lets an alarm become a case, or join the one that its matter has at its place already. There is one case for each scenario, place and matter while it is open; one that was
 * closed a short while ago is opened again. In the caller's transaction.
 */
@Service
class JoinCase {
    private static final int MERGES_MAX = 10;

    private final RulesInForce rules;
    private final KnownDevices devices;
    private final PlaceRecord places;
    private final CasePlaces grid;
    private final CatalogueStore catalogue;
    private final CaseIntake intake;
    private final ActOnCase act;
    private final CaseAlarmStore links;
    private final TellCase tell;
    private final AlarmNews news;
    private final Clock clock;

    JoinCase(
            RulesInForce rules,
            KnownDevices devices,
            PlaceRecord places,
            CasePlaces grid,
            CatalogueStore catalogue,
            CaseIntake intake,
            ActOnCase act,
            CaseAlarmStore links,
            TellCase tell,
            AlarmNews news,
            Clock clock) {
        this.rules = rules;
        this.devices = devices;
        this.places = places;
        this.grid = grid;
        this.catalogue = catalogue;
        this.intake = intake;
        this.act = act;
        this.links = links;
        this.tell = tell;
        this.news = news;
        this.clock = clock;
    }

    /** An alarm began or got worse. Where its rule wants no case, or not yet, nothing happens; where it has one, neither. */
    void join(Tenant tenant, Alarm alarm) {
        CaseRule rule = rules.follow(tenant, alarm.kind(), alarm.rule()).opens();
        if (rule == null || Severity.valueOf(alarm.severity()).compareTo(rule.from()) < 0) return;
        if ("false".equals(alarm.verdict()) || links.of(tenant, alarm.id()).isPresent()) return;
        Instant now = clock.instant();
        try {
            join(tenant, alarm, rule, now);
        } catch (RefusedException e) {
            // Somebody was faster: the whole turn is taken again.
            if (e.refusal().kind() == Refusal.Kind.STALE) throw e;
            links.link(tenant, new Link(alarm.id(), null, null, "refused", why(e.refusal()), null, now));
        }
    }

    /** Code and what it speaks of, each behind a tab. */
    private static String why(Refusal refusal) {
        return refusal.code()
                + refusal.arguments().stream().map(one -> "\t" + one).collect(Collectors.joining());
    }

    private void join(Tenant tenant, Alarm alarm, CaseRule rule, Instant now) {
        Optional<Device> device = devices.find(tenant, alarm.device());
        Optional<EntryFacts> own = device.flatMap(known -> places.of(tenant, known.entry()));
        Optional<EntryFacts> place =
                rule.at().isEmpty() ? own : device.flatMap(known -> places.at(tenant, known.entry(), rule.at()));
        String key = rule.at().isEmpty() || place.isEmpty()
                ? "device:" + alarm.device()
                : place.get().register() + ":" + place.get().key();
        Matter matter = new Matter(scenario(tenant, alarm), key, rule.matter());
        StoredCase current = links.current(tenant, matter)
                .flatMap(id -> standing(tenant, id))
                .orElse(null);
        if (current != null && current.file().isOpen()) {
            keep(tenant, alarm, current, "joined", now);
            tell.joined(tenant, current.file().id(), alarm);
        } else if (current != null && isRecent(current.file(), rule, now)) {
            StoredCase again = dispatch(tenant, rule, reopen(tenant, current, alarm, now), now);
            keep(tenant, alarm, again, "reopened", now);
        } else {
            StoredCase opened = open(tenant, alarm, rule, place.or(() -> own).orElse(null), device.orElse(null), now);
            links.stand(tenant, matter, opened.file().id());
            keep(tenant, alarm, dispatch(tenant, rule, opened, now), "opened", now);
        }
    }

    private String scenario(Tenant tenant, Alarm alarm) {
        return requireNonNull(rules.all(tenant).get(alarm.kind())).packageId();
    }

    /** The case, or the one that it was merged into. */
    private Optional<StoredCase> standing(Tenant tenant, UUID id) {
        StoredCase at = act.visible(tenant, id, TellCase.ALARMS);
        for (int i = 0; i < MERGES_MAX; i++) {
            UUID into = at.file().notes().mergedInto();
            if (into == null) return Optional.of(at);
            at = act.visible(tenant, into, TellCase.ALARMS);
        }
        return Optional.empty();
    }

    /** What people have declined or withdrawn was a decision about it, and does not come back by itself. */
    private static boolean isRecent(CaseFile file, CaseRule rule, Instant now) {
        Instant closed = file.closedAt();
        return file.stage() == Stage.CLOSED && closed != null && now.isBefore(closed.plus(rule.reopenWithin()));
    }

    private StoredCase reopen(Tenant tenant, StoredCase closed, Alarm alarm, Instant now) {
        ActionInput input = new ActionInput.Builder()
                .reason("relapse")
                .note(CaseWords.joined(tell.name(tenant, alarm), alarm))
                .build();
        return act(tenant, closed, "reopen", input, alarm.id(), now);
    }

    private StoredCase open(
            Tenant tenant,
            Alarm alarm,
            CaseRule rule,
            @Nullable EntryFacts place,
            @Nullable Device device,
            Instant now) {
        String name = tell.name(tenant, alarm);
        CaseIntake.Matter matter = new CaseIntake.Matter(
                Channel.DEVICE,
                rule.category(),
                CaseWords.title(
                        rule.title() == null ? name : rule.title(), place == null ? alarm.label() : place.label()),
                CaseWords.opened(name, alarm),
                alarm.severity().equals(Severity.CRITICAL.name()) ? Urgency.URGENT : Urgency.NORMAL,
                where(tenant, place, device),
                List.of(),
                null,
                null,
                place == null ? Map.of() : about(tenant, rule, place));
        return intake.takeFound(tenant, matter, TellCase.ALARMS, now, "alarm/" + alarm.id());
    }

    private Place where(Tenant tenant, @Nullable EntryFacts place, @Nullable Device device) {
        LonLat point = place != null && place.point() != null ? place.point() : device == null ? null : device.point();
        if (point == null) throw Refusal.conflict("alarms.no-place").exception();
        return grid.at(tenant, point.lon(), point.lat(), null, null);
    }

    /** Where the form of the case asks for a record of the place's register, this is the one. */
    private Map<String, List<String>> about(Tenant tenant, CaseRule rule, EntryFacts place) {
        return catalogue.form(tenant, rule.category()).fields().stream()
                .filter(field -> place.register().equals(field.register()))
                .limit(1)
                .collect(Collectors.toMap(field -> field.name(), field -> List.of(place.key())));
    }

    /** A case whose leader the package names goes there at once; people accept and dispatch every other, and where there is no such unit. */
    private StoredCase dispatch(Tenant tenant, CaseRule rule, StoredCase stored, Instant now) {
        String lead = rule.lead();
        if (lead == null) return stored;
        UnitId unit = lead.equals(CaseRule.COMMITTEE) ? stored.file().place().committee() : new UnitId(lead);
        if (!catalogue.of(tenant).units().contains(unit)) return stored;
        StoredCase at = stored;
        if (at.file().stage() == Stage.REPORTED) at = act(tenant, at, "accept", ActionInput.NONE, "", now);
        return act(tenant, at, "dispatch", new ActionInput.Builder().unit(unit).build(), "", now);
    }

    private StoredCase act(
            Tenant tenant, StoredCase stored, String action, ActionInput input, String once, Instant now) {
        String key = once.isEmpty() ? null : action + "/" + once;
        UUID id = stored.file().id();
        return act.act(tenant, new ActOnCase.Request(id, action, input, null, key), TellCase.ALARMS, now);
    }

    private void keep(Tenant tenant, Alarm alarm, StoredCase stored, String how, Instant now) {
        links.link(tenant, new Link(alarm.id(), stored.file().id(), stored.number(), how, null, null, now));
        news.changed(tenant, alarm, "CASE", now);
    }
}

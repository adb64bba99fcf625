package org.yiwang.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Entries;
import org.yiwang.registry.Entries.Sought;
import org.yiwang.registry.EntryFacts;
import org.yiwang.rounds.model.Chosen;
import org.yiwang.rounds.model.Over;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Stop;
import org.yiwang.rounds.model.Subject;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.Spot;
import org.yiwang.scenario.rule.Rule;
import org.yiwang.territory.Cell;
import org.yiwang.territory.LonLat;
import org.yiwang.territory.Territories;
import org.yiwang.territory.Territory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a round goes over at this moment. */
@Component
class ChooseSubjects {
    private final Territories territories;
    private final Entries entries;

    ChooseSubjects(Territories territories, Entries entries) {
        this.territories = territories;
        this.entries = entries;
    }

    List<Subject> of(Tenant tenant, Over over) {
        if (over.register() == null) return cells(tenant);
        return entries.all(tenant, over.register()).stream()
                .filter(entry -> over.covers(entry.data()))
                .map(entry -> subject(tenant, entry))
                .toList();
    }

    /** What somebody chose for a campaign, of what that person may see. */
    List<Subject> chosen(Staff staff, Round round, Chosen chosen) {
        String register = round.over().register();
        if (register == null) return cellsOf(staff, chosen);
        Over over = round.over();
        Optional<Rule> where = rule(over, chosen.where());
        return records(staff, register, chosen).stream()
                .filter(entry -> over.covers(entry.data()))
                .filter(entry -> where.isEmpty() || over.holds(where.get(), entry.data()))
                .map(entry -> subject(staff.tenant(), entry))
                .toList();
    }

    private static Optional<Rule> rule(Over over, @Nullable String where) {
        if (where == null || where.isBlank()) return Optional.empty();
        Faults faults = new Faults();
        Node given = new Node.Scalar(new Spot("where", 1), where, true);
        Optional<Rule> rule = Rule.parse(given, Over.scope(over.form()), Over.ANSWER, faults);
        if (rule.isEmpty() || !faults.isSound()) {
            Refusal wrong = faults.faults().getFirst().refusal();
            throw Refusal.invalid("where", wrong.code(), wrong.arguments().toArray())
                    .exception();
        }
        return rule;
    }

    private List<Subject> cellsOf(Staff staff, Chosen chosen) {
        List<String> keys = chosen.keys();
        return cells(staff.tenant()).stream()
                .filter(cell -> keys == null || keys.contains(cell.key()))
                .filter(cell -> chosen.committee() == null || new UnitId(chosen.committee()).equals(cell.committee()))
                .toList();
    }

    private List<EntryFacts> records(Staff staff, String register, Chosen chosen) {
        if (chosen.keys() != null) return named(staff, register, chosen.keys());
        Map<String, String> fields = Objects.requireNonNullElse(chosen.fields(), Map.of());
        return entries.search(staff, register, new Sought(chosen.text(), chosen.committee(), fields));
    }

    private List<EntryFacts> named(Staff staff, String register, List<String> keys) {
        List<EntryFacts> found = entries.find(staff, register, keys);
        Set<String> there = found.stream().map(EntryFacts::key).collect(Collectors.toSet());
        List<String> missing = keys.stream().filter(key -> !there.contains(key)).toList();
        if (!missing.isEmpty())
            throw Refusal.invalid("chosen", "rounds.unknown-keys", missing.size(), missing.getFirst())
                    .exception();
        return found;
    }

    private List<Subject> cells(Tenant tenant) {
        Territory territory = territories.of(tenant);
        List<Cell> cells = territory.cells();
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            subjects.add(new Subject(
                    null,
                    cell.code(),
                    cell.name(),
                    territory.middleOf(i),
                    cell.code(),
                    new UnitId(cell.committee()),
                    new UnitId(cell.area())));
        }
        return subjects;
    }

    /** As it is known now: what counts is the place that somebody stands at, not what was known when the list was made. */
    JsonNode record(Stop stop) {
        String register = stop.subject().register();
        if (register == null) return JsonNodeFactory.instance.objectNode();
        return entries.find(stop.tenant(), register, stop.subject().key())
                .map(EntryFacts::data)
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    Subject subject(Tenant tenant, EntryFacts entry) {
        return new Subject(
                entry.register(),
                entry.key(),
                entry.label(),
                point(tenant, entry),
                entry.cell(),
                unit(entry.committee()),
                unit(entry.area()));
    }

    /** Its own place, or the middle of its cell. */
    private @Nullable LonLat point(Tenant tenant, EntryFacts entry) {
        if (entry.point() != null || entry.cell() == null) return entry.point();
        Territory territory = territories.of(tenant);
        List<Cell> cells = territory.cells();
        for (int i = 0; i < cells.size(); i++)
            if (cells.get(i).code().equals(entry.cell())) return territory.middleOf(i);
        return null;
    }

    private static @Nullable UnitId unit(@Nullable String id) {
        return id == null ? null : new UnitId(id);
    }
}

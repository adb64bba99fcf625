package org.yiwang.casework.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.FindCases;
import org.yiwang.casework.model.Channel;
import org.yiwang.organisation.UnitId;
import org.yiwang.organisation.Units;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;
import org.yiwang.territory.Territories;

/** What a list can be narrowed to, as texts by the names that an address has for it; what no list understands is refused. */
@Component
class FilterFields {
    private static final int TEXT_CHARACTERS_MAX = 80;
    private static final int LEVEL_MAX = 5;

    private final Map<String, Predicate<Value>> known;

    /** One field's value, in the sub-district whose list it narrows. */
    private record Value(Tenant tenant, String text) {
        UnitId unit() {
            return new UnitId(text);
        }
    }

    FilterFields(CatalogueStore catalogue, Units units, Territories territories) {
        Predicate<Value> unit =
                value -> units.find(value.tenant(), value.unit()).isPresent();
        Predicate<Value> moment = value -> FindCases.isStorable(Instant.parse(value.text()));
        Predicate<Value> flag =
                value -> value.text().equals("true") || value.text().equals("false");
        known = new TreeMap<>(Map.ofEntries(
                Map.entry("view", value -> FindCases.VIEWS.contains(value.text())),
                Map.entry("state", value -> true),
                Map.entry(
                        "category",
                        value -> catalogue.of(value.tenant()).find(value.text()).isPresent()),
                Map.entry("unit", unit),
                Map.entry("committee", unit),
                Map.entry("area", unit),
                Map.entry("cell", value -> territories.of(value.tenant()).cell(value.text()) != null),
                Map.entry("channel", value -> Channel.of(value.text()).id().equals(value.text())),
                Map.entry("late", flag),
                Map.entry("suspended", flag),
                Map.entry("supervision", value -> isLevel(Integer.parseInt(value.text()))),
                Map.entry("reportedFrom", moment),
                Map.entry("reportedTo", moment),
                Map.entry("closedFrom", moment),
                Map.entry("subject", value -> value.text().indexOf('/') > 0),
                Map.entry("q", value -> value.text().length() <= TEXT_CHARACTERS_MAX)));
    }

    private static boolean isLevel(int level) {
        return level >= 1 && level <= LEVEL_MAX;
    }

    /** The fields that narrow; empty ones are left out. */
    Map<String, String> check(Tenant tenant, @Nullable Map<String, @Nullable String> given) {
        if (given == null)
            throw Refusal.invalid("filter", "case.field-missing", "filter").exception();
        Map<String, String> fields = new TreeMap<>();
        given.forEach((name, text) -> {
            Predicate<Value> rule = known.get(name);
            if (rule == null)
                throw Refusal.invalid("filter." + name, "case.unknown-filter", name, String.join(", ", known.keySet()))
                        .exception();
            if (text == null || text.isBlank()) return;
            if (!holds(rule, new Value(tenant, text)))
                throw Refusal.invalid("filter." + name, "request.wrong-value", name)
                        .exception();
            fields.put(name, text.strip());
        });
        query(fields).filter();
        return fields;
    }

    private static boolean holds(Predicate<Value> rule, Value value) {
        try {
            return rule.test(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    /** The list that these fields make. */
    CaseQuery query(Map<String, String> fields) {
        return new CaseQuery(
                fields.get("view"),
                fields.get("state"),
                fields.get("category"),
                fields.get("unit"),
                fields.get("committee"),
                fields.get("area"),
                fields.get("cell"),
                fields.get("channel"),
                as(fields.get("late"), Boolean::valueOf),
                as(fields.get("suspended"), Boolean::valueOf),
                as(fields.get("supervision"), Integer::valueOf),
                as(fields.get("reportedFrom"), Instant::parse),
                as(fields.get("reportedTo"), Instant::parse),
                as(fields.get("closedFrom"), Instant::parse),
                fields.get("subject"),
                fields.get("q"),
                null);
    }

    private static <T> @Nullable T as(@Nullable String text, Function<String, T> reading) {
        return text == null ? null : reading.apply(text);
    }
}

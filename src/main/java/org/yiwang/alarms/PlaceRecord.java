package org.yiwang.alarms;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.Entries;
import org.yiwang.registry.EntryFacts;
import org.yiwang.scenario.form.Field;

/** Follows relations of the registers from a device's record to the record of its place. */
@Component
public class PlaceRecord {
    private final Entries entries;

    PlaceRecord(Entries entries) {
        this.entries = entries;
    }

    /**
     * The record at the end of the path; empty where a part of the way is missing.
     *
     * @param entry of the device: register:key
     */
    public Optional<EntryFacts> at(Tenant tenant, String entry, List<String> path) {
        Optional<EntryFacts> at = of(tenant, entry);
        for (String field : path) at = at.flatMap(from -> next(tenant, from, field));
        return at;
    }

    public Optional<EntryFacts> of(Tenant tenant, String entry) {
        int colon = entry.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : entries.find(tenant, entry.substring(0, colon), entry.substring(colon + 1));
    }

    private Optional<EntryFacts> next(Tenant tenant, EntryFacts from, String field) {
        String key = from.data().path(field).asString("");
        return entries.fields(tenant, from.register()).stream()
                .filter(one -> one.name().equals(field) && one.register() != null)
                .map(Field::register)
                .filter(register -> register != null && !key.isEmpty())
                .findFirst()
                .flatMap(register -> entries.find(tenant, register, key));
    }
}

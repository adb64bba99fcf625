package org.yiwang.registry.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.registry.Registers;
import org.yiwang.registry.model.Register;
import org.yiwang.registry.store.EntrySight;
import org.yiwang.registry.store.LookUpEntries;
import org.yiwang.territory.Datum;
import org.yiwang.territory.Locate;
import org.yiwang.territory.LonLat;

/** What a field asks that names an entry of a register. */
@RestController
@RequestMapping("/api/v1/registers/{register}/lookup")
class LookupController {
    private static final int TEXT_MAX = 100;

    @SchemaName("EntriesFound")
    record Answer(List<LookUpEntries.Found> items) {}

    private final Registers registers;
    private final LookUpEntries lookUp;

    LookupController(Registers registers, LookUpEntries lookUp) {
        this.registers = registers;
        this.lookUp = lookUp;
    }

    /**
     * @param q part of the key, the label or a text
     * @param key an entry's whole key: that entry alone, retired or not
     * @param lon where the person is, WGS-84, as {@code lat}: near ones come first
     */
    @GetMapping
    Answer find(
            Staff staff,
            @PathVariable String register,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable Double lon,
            @RequestParam(required = false) @Nullable Double lat,
            @RequestParam(defaultValue = "8") int limit) {
        Register known = registers.require(staff.tenant(), register);
        EntrySight.requireRead(staff, known);
        if (limit < 1 || limit > LookUpEntries.FOUND_MAX)
            throw Refusal.invalid("limit", "request.out-of-range", "limit", 1, LookUpEntries.FOUND_MAX)
                    .exception();
        LonLat here = lon == null || lat == null ? null : Locate.point(lon, lat, Datum.WGS84);
        if (key != null && !key.isEmpty()) return new Answer(lookUp.named(staff, known, key, here));
        String said = q == null ? "" : q.substring(0, Math.min(q.length(), TEXT_MAX));
        return new Answer(lookUp.find(staff, known, said, here, limit));
    }
}

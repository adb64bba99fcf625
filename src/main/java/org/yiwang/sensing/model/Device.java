package org.yiwang.sensing.model;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.yiwang.territory.LonLat;

/**
 * A device as its register knows it.
 *
 * @param entry its record: register:key
 * @param above the records that it hangs on, nearest first: register:key each
 * @param family the topmost of those, or its own record: all messages of a family lie in one partition, so in one order
 * @param fields what registers say of it, for conditions
 * @param within where it is, from near to far, as far as registers say
 * @param committee where it stands; null where unknown
 */
public record Device(
        String serial,
        DeviceKind kind,
        String entry,
        String label,
        List<String> above,
        String family,
        SortedMap<String, Object> fields,
        List<Within> within,
        @Nullable LonLat point,
        @Nullable String cell,
        @Nullable String committee,
        @Nullable String area) {

    /** @param entry the record of that place, register:key; null where it is but a name */
    public record Within(@Nullable String entry, String label) {}

    /** Whether this gateway may speak for it. */
    public boolean hangsOn(Device gateway) {
        return above.contains(gateway.entry());
    }
}

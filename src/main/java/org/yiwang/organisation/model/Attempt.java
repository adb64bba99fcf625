package org.yiwang.organisation.model;

import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Tenant;

/**
 * Somebody asks to be let in.
 *
 * @param address of the caller; an IPv6 address counts with its whole /64 network, which one household or office shares
 * @param device token of a browser that was used before, as the browser gives it
 */
public record Attempt(
        Tenant tenant,
        String login,
        String password,
        String address,
        @Nullable String device) {
    private static final int NETWORK_GROUPS = 4;

    /** The address as it is counted. */
    public String source() {
        if (!address.contains(":")) return address;
        String[] groups = address.split(":", -1);
        return String.join(":", java.util.Arrays.copyOf(groups, Math.min(NETWORK_GROUPS, groups.length)));
    }

    @Override
    public String toString() {
        return "Attempt[" + tenant + ", " + address + "]";
    }
}

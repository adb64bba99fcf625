package org.yiwang.organisation.model;

import org.jspecify.annotations.Nullable;
import org.yiwang.organisation.Staff;

/**
 * All that is kept of a member of staff.
 *
 * @param scope as entered; what of it counts depends on the roles
 * @param password stored form; without one nobody signs in
 */
public record Account(
        Staff staff, boolean active, Scope scope, @Nullable String password, Settings settings) {
    /** Whether the person can sign in at all. */
    public boolean opens() {
        return active && password != null;
    }
}

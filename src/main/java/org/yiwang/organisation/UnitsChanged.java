package org.yiwang.organisation;

import org.yiwang.platform.Tenant;

/** Units were added or changed on this node; other nodes see it within {@link Units#FRESH}. */
public record UnitsChanged(Tenant tenant) {}

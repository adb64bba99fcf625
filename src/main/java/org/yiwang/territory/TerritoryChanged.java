package org.yiwang.territory;

import org.yiwang.platform.Tenant;

/** The map of this sub-district has a new edition; published within the transaction that made it. */
public record TerritoryChanged(Tenant tenant, long edition) {}

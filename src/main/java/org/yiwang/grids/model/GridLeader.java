package org.yiwang.grids.model;

import org.yiwang.organisation.UnitId;

/** The one person who leads all that is done in an area's cells (网格长). */
public record GridLeader(UnitId area, Holder person) {}

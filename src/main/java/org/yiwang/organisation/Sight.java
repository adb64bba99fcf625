package org.yiwang.organisation;

import java.util.Set;

/**
 * What of the sub-district's work a person may see: everything, or what lies in these areas and committees or is on the desk of this unit.
 *
 * @param everything the whole sub-district; the other parts are then of no account
 */
public record Sight(boolean everything, Set<UnitId> areas, Set<UnitId> committees, UnitId unit) {}

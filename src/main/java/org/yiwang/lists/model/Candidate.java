package org.yiwang.lists.model;

import java.util.UUID;
import org.yiwang.organisation.UnitId;

/**
 * A closed case that may be drawn.
 *
 * @param number by which people call it; the draw goes by it, so that anybody can repeat it
 * @param unit that led it
 */
public record Candidate(UUID id, String number, String category, UnitId committee, UnitId unit) {}

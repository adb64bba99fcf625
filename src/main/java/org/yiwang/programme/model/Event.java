package org.yiwang.programme.model;

import java.time.Instant;
import java.util.UUID;
import org.yiwang.organisation.UnitId;

/**
 * A line of a programme's past; never changed.
 *
 * @param seq counted from 1 without gaps
 * @param stage where it stood before
 * @param edition the one that it was about: of a step that hands in, the new one; 0 before the first
 */
public record Event(int seq, Instant at, UUID by, String name, UnitId unit, String stage, int edition, Deed deed) {}

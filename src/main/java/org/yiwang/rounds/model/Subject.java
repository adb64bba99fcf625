package org.yiwang.rounds.model;

import org.yiwang.organisation.UnitId;
import org.yiwang.territory.LonLat;

/**
 * What is to be looked at.
 *
 * @param key code of the cell
 * @param point where to go; the middle of a cell
 */
public record Subject(String key, String label, LonLat point, String cell, UnitId committee, UnitId area) {}

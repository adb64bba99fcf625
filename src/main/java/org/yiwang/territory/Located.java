package org.yiwang.territory;

import java.util.List;

/**
 * Where a point lies.
 *
 * @param address suggested in Chinese, from the nearest building, estate and roads
 * @param nearest the nearest of each kind, nearest first
 */
public record Located(LonLat point, Cell cell, String address, List<Near> nearest) {}

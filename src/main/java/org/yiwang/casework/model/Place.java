package org.yiwang.casework.model;

import org.yiwang.organisation.UnitId;

/**
 * Where a case is.
 *
 * @param lon WGS-84 longitude in degrees
 * @param lat WGS-84 latitude in degrees
 * @param cell code of the grid cell by GB/T 30428.1
 */
public record Place(double lon, double lat, String address, String cell, UnitId committee, UnitId area) {}

package org.yiwang.grids.model;

/** @param share of the cell's ground that lies in the grid, 0 to 1 */
public record Share(String cell, String grid, double share) {}

package org.yiwang.registry.sheet;

import java.util.SortedMap;

/**
 * A row that is not empty.
 *
 * @param number as the sheet counts, from 1
 * @param cells by column, from 0; empty ones are missing
 */
public record SheetRow(int number, SortedMap<Integer, CellValue> cells) {}

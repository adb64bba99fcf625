package org.yiwang.territory;

/**
 * A grid cell (单元网格): the smallest piece of the sub-district that somebody is responsible for.
 *
 * @param code by GB/T 30428.1, such as 31011001800712
 * @param committee unit id such as {@code c07}
 * @param area unit id such as {@code area-2}
 */
public record Cell(String code, String name, String nameEn, String committee, String area) {}

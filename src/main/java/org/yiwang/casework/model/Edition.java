package org.yiwang.casework.model;

/**
 * The version of a scenario package under which a case was opened: its form and its limits stay those of this version, whatever is published later.
 *
 * @param pack id of the package
 * @param version number of the version within the package
 */
public record Edition(String pack, int version) {}

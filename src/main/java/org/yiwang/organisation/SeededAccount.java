package org.yiwang.organisation;

import java.util.Set;
import java.util.UUID;

/**
 * An account of the demonstration, with the words to introduce it.
 *
 * @param shown whether it is one of the few to be offered first
 */
public record SeededAccount(
        UUID id,
        String login,
        String password,
        String name,
        String nameEn,
        UnitId unit,
        String unitName,
        String unitNameEn,
        Set<Role> roles,
        boolean shown) {}

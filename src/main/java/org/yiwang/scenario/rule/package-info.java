/**
 * Rules (规则): expressions of the Common Expression Language over named values, checked for types when a package is taken in. Pure, and bounded in what one
 * evaluation may cost.
 */
@NamedInterface("rule")
@NullMarked
package org.yiwang.scenario.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

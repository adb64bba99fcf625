/** Rules (规则): expressions that stand in a package, with where they stand. The language itself is {@link org.yiwang.rules}. */
@NamedInterface("rule")
@NullMarked
package org.yiwang.scenario.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * Registers (底数): what the sub-district knows of its buildings, shops and people. Owns records, their history, how good they are, and the way in from and out
 * to sheets; the kinds of register come from packages.
 */
@ApplicationModule(allowedDependencies = {"platform", "territory", "organisation", "scenario", "scenario::form"})
@NullMarked
package org.yiwang.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

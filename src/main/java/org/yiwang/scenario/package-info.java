/**
 * Scenario packages: envelope, versions, publication. Knows no section of a package; each module registers its own as a {@link Section}. A version, once taken
 * in, never changes.
 */
@ApplicationModule(allowedDependencies = {"platform", "organisation", "rules"})
@NullMarked
package org.yiwang.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

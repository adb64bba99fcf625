/** Scenario packages: envelope, versions, publication. Knows no section of a package; each module registers its own as a section. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.yiwang.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What every module stands on: ids, the clock, refusals, web errors, the audit chain. Knows no noun of the work. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.yiwang.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Working calendars and deadline arithmetic. Pure reckoning; owns no record. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.yiwang.worktime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

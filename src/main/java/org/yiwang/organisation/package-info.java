/** Units, staff, posts, duty, sign-in, and the one place that decides what a person may see. Knows no case. */
@ApplicationModule(allowedDependencies = {"platform", "territory"})
@NullMarked
package org.yiwang.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Where other systems meet the sub-district: Open311 GeoReport v2 and the keys that open it. Owns no matter of the work; what comes in goes the way of every
 * channel.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "organisation", "scenario", "scenario::form", "casework", "casework::model"})
@NullMarked
package org.yiwang.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

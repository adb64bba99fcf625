/**
 * Sorting of household waste (垃圾分类): how well each estate sorts, from checks at its drop-off points and from alarms there, and trials (试点) that withdraw on-site guides
 * from some points and hold them against like estates. Owns the trials; checks are rounds', alarms are alarms'.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "worktime", "organisation", "registry", "rounds", "sensing", "alarms"})
@NullMarked
package org.yiwang.sorting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

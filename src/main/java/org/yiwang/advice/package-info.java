/**
 * Advice (参谋) on what has just been reported: category, place, lead, and like matters, each with its certainty and the reason. Learns from the sub-district's own
 * closed cases on this machine and from every correction; decides nothing.
 */
@ApplicationModule(allowedDependencies = {"platform", "territory", "organisation", "casework", "casework::model"})
@NullMarked
package org.yiwang.advice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Photos and documents: taken in by content, stripped of what the camera wrote into them, kept in the data folder. Whoever links an attachment to a matter
 * decides who sees it; this module knows no matter.
 */
@ApplicationModule(allowedDependencies = {"platform", "organisation"})
@NullMarked
package org.yiwang.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

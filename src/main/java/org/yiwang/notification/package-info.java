/**
 * Messages to people: the inbox, and the live stream that tells open screens what changed. Each topic's owner decides who may see what; this module knows no
 * case.
 */
@ApplicationModule(allowedDependencies = {"platform", "organisation"})
@NullMarked
package org.yiwang.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

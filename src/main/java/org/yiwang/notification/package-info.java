/**
 * Messages to people: the inbox, and the live stream that tells open screens what changed. Each topic's owner decides who may see what; this module knows no
 * case.
 *
 * <p>The inbox row is the record of a notice. A channel that rings (WeCom, text message) is a reader of these rows with its own mark of what it delivered: it
 * holds back what is not urgent outside duty hours and drops what was read meanwhile; senders know none of it.
 */
@ApplicationModule(allowedDependencies = {"platform", "organisation"})
@NullMarked
package org.yiwang.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

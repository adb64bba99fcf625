/**
 * Working calendars and deadline arithmetic: when an office works, when a limit ends, and why then. Pure reckoning on instants that are handed in; owns no record
 * and reads no clock. Days and hours are data ({@code worktime/calendar-cn.yaml}); years without data are refused.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.yiwang.worktime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

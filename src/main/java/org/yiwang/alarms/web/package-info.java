/** Alarms for the screens. */
@NullMarked
package org.yiwang.alarms.web;

import org.jspecify.annotations.NullMarked;

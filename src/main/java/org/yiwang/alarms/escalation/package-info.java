/** Who is told of an alarm at once, and who when nobody acknowledges it. */
@NullMarked
package org.yiwang.alarms.escalation;

import org.jspecify.annotations.NullMarked;

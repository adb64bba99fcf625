/** What becomes of alarms among people: cases, and what a person's word about an alarm means for its case. */
@NullMarked
package org.yiwang.alarms.follow;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.yiwang.booking.section;

import org.jspecify.annotations.NullMarked;

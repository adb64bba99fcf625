@NullMarked
package org.yiwang.booking.store;

import org.jspecify.annotations.NullMarked;

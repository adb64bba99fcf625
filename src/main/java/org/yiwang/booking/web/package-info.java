@NullMarked
package org.yiwang.booking.web;

import org.jspecify.annotations.NullMarked;

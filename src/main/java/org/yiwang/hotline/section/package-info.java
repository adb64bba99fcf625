/** The hotline's part of a scenario package. */
@NullMarked
package org.yiwang.hotline.section;

import org.jspecify.annotations.NullMarked;

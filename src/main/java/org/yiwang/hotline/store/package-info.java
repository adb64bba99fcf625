/** The SQL of the hotline. */
@NullMarked
package org.yiwang.hotline.store;

import org.jspecify.annotations.NullMarked;

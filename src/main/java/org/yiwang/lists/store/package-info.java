/** The rows of lists, items and meetings. */
@NullMarked
package org.yiwang.lists.store;

import org.jspecify.annotations.NullMarked;

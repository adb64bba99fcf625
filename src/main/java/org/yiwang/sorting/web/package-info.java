/** What the screens ask. */
@NullMarked
package org.yiwang.sorting.web;

import org.jspecify.annotations.NullMarked;

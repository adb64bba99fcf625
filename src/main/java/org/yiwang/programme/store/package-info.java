/** The tables of programmes. */
@NullMarked
package org.yiwang.programme.store;

import org.jspecify.annotations.NullMarked;

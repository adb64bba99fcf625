/** Cases in PostgreSQL: one read and one write round trip a step. */
@NullMarked
package org.yiwang.casework.store;

import org.jspecify.annotations.NullMarked;

/** Personal data at rest: sealed with SM4, found again by a blind index, under keys that lie outside the database. */
@NullMarked
package org.yiwang.platform.personal;

import org.jspecify.annotations.NullMarked;

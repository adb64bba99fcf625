@NullMarked
package org.yiwang.platform.postgres;

import org.jspecify.annotations.NullMarked;

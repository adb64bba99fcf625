/** The rows of the log, of dead letters, credentials and counts. */
@NullMarked
package org.yiwang.sensing.store;

import org.jspecify.annotations.NullMarked;

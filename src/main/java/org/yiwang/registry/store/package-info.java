/** Tables of the registry. */
@NullMarked
package org.yiwang.registry.store;

import org.jspecify.annotations.NullMarked;

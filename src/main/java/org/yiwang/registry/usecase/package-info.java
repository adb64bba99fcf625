/** What people do with registers. */
@NullMarked
package org.yiwang.registry.usecase;

import org.jspecify.annotations.NullMarked;

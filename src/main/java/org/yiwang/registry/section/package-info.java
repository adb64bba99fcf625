/** The part of a scenario package that defines registers. */
@NullMarked
package org.yiwang.registry.section;

import org.jspecify.annotations.NullMarked;

/** What a register is and what is decided about its entries: no database, no web. */
@NamedInterface("model")
@NullMarked
package org.yiwang.registry.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

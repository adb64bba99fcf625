/** Lists, items and meetings as pure values: what may be done with an item by whom, and when a meeting is. No Spring, no JDBC. */
@NamedInterface("model")
@NullMarked
package org.yiwang.lists.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

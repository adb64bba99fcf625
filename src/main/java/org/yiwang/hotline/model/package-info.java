/** What orders are, what may be said of them and how the two sides compare. Pure: no Spring, no JDBC, no Jackson. */
@NamedInterface("model")
@NullMarked
package org.yiwang.hotline.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** What devices are and say, decided without a database. */
@NamedInterface("model")
@NullMarked
package org.yiwang.sensing.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

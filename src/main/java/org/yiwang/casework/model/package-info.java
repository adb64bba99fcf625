/** The case as pure values: what it is, what may be done to it, and what each step changes. No Spring, no JDBC. */
@NamedInterface("model")
@NullMarked
package org.yiwang.casework.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

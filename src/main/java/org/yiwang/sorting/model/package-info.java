/** What was sorted right, and what a trial says, decided without database or network. */
@NamedInterface("model")
@NullMarked
package org.yiwang.sorting.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

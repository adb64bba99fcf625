/** What may be done with a programme, and what it is after that; knows neither database nor web. */
@NamedInterface("model")
@NullMarked
package org.yiwang.programme.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

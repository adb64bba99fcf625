/**
 * A municipal 12345 platform as a sub-district meets it, for tests and the demonstration: a program of its own that knows nothing of the product. Part of no
 * office's own installation; its protocol stands in docs/hotline.md.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.yiwang.upper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Registers over HTTP. */
@NullMarked
package org.yiwang.registry.web;

import org.jspecify.annotations.NullMarked;

/** The module over HTTP, and the doors of the whole product. */
@NullMarked
package org.yiwang.organisation.web;

import org.jspecify.annotations.NullMarked;

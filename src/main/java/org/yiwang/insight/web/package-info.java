/** What the screens ask. */
@NullMarked
package org.yiwang.insight.web;

import org.jspecify.annotations.NullMarked;

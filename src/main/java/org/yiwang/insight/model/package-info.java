/** What clusters, rises and helps, decided without database or network. */
@NullMarked
package org.yiwang.insight.model;

import org.jspecify.annotations.NullMarked;

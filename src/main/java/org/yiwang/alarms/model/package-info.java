/** What a package says about alarms, without a database. */
@NullMarked
package org.yiwang.alarms.model;

import org.jspecify.annotations.NullMarked;

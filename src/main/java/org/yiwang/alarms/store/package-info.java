/** Alarms and what the engine knows of devices, in the database. */
@NullMarked
package org.yiwang.alarms.store;

import org.jspecify.annotations.NullMarked;

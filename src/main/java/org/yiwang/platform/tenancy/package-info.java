/** Keeps sub-districts in one database apart, whatever a query forgets: each connection works for one tenant, and the database shows it no other's rows. */
@NullMarked
package org.yiwang.platform.tenancy;

import org.jspecify.annotations.NullMarked;

/** What happens in the demonstration year, as a pure plan: from the year's file, the texts, the map and the staff to scripts of cases. No Spring, no JDBC. */
@NamedInterface("plan")
@NullMarked
package org.yiwang.demonstration.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

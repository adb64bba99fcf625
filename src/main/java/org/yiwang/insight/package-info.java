/**
 * Same-case analysis (同类案件分析) and prevention tasks (防范任务): what clusters beyond chance, what rises, what next week brings, what was done against it and
 * whether that helped. Reads cases; never changes one.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "territory",
            "worktime",
            "organisation",
            "attachment",
            "notification",
            "casework",
            "casework::model"
        })
@NullMarked
package org.yiwang.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Scores of departments and committees (考核评价): computed from what happened to cases, by formulas that are data, in editions that never change. Owns
 * editions, what is asked about them, and figures of peers; never touches a case.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "worktime",
            "organisation",
            "rules",
            "scenario",
            "scenario::rule",
            "casework::model",
            "notification"
        })
@NullMarked
package org.yiwang.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Patrol rounds (巡查): who looks at what how often, what was seen there, what was missed. Opens cases through their intake; never handles one. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "territory",
            "worktime",
            "organisation",
            "attachment",
            "registry",
            "rules",
            "scenario",
            "scenario::form",
            "scenario::rule",
            "casework",
            "casework::model"
        })
@NullMarked
package org.yiwang.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

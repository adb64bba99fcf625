/** Cases from report to closure. Owns stage, clocks, dispatch and supervision; never decides who may sign in and knows no channel. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "territory",
            "worktime",
            "organisation",
            "registry",
            "rules",
            "scenario",
            "scenario::form",
            "scenario::rule",
            "attachment",
            "notification"
        })
@NullMarked
package org.yiwang.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

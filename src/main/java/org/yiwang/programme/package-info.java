/**
 * Staged things (项目): whatever goes from stage to stage with papers, opinions and decisions, such as the approval file of an application scenario (场景立项). Which
 * stages there are, who may take which step and what it needs is written in packages ({@code programmes/*.yaml}); this module holds them to it and keeps what was
 * said, in chains that nobody can change unseen.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "worktime",
            "organisation",
            "attachment",
            "notification",
            "scenario",
            "scenario::form"
        })
@NullMarked
package org.yiwang.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What was agreed to be done beside the single case: lists of responsibilities, problems and projects (责任/问题/项目清单), special supervision (专项监督), and the weekly
 * meeting (每周例会) that fills them. Owns items with owner, limit, evidence and verification, and which cases they gather; a case keeps its own life in casework.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "worktime",
            "organisation",
            "attachment",
            "notification",
            "casework",
            "casework::model"
        })
@NullMarked
package org.yiwang.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

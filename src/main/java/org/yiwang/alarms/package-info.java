/**
 * Alarms (告警): what the messages of devices mean, by rules that packages state. Owns rules, alarms and what people say about them; the engine itself, pure, stands in
 * {@code rules-core} as {@code org.yiwang.alarms.engine}. Takes no message in and handles no case.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organisation",
            "notification",
            "rules",
            "scenario",
            "scenario::rule",
            "sensing",
            "sensing::model"
        })
@NullMarked
package org.yiwang.alarms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

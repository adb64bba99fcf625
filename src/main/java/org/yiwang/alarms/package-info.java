/**
 * Alarms (告警): what the messages of devices mean, by rules that packages state. Owns rules, alarms and what people say about them; the engine itself, pure, stands in
 * {@code rules-core} as {@code org.yiwang.alarms.engine}. Takes no message in; a case that comes of alarms is casework's.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "territory",
            "organisation",
            "registry",
            "attachment",
            "notification",
            "casework",
            "casework::model",
            "lists",
            "lists::model",
            "rules",
            "scenario",
            "scenario::form",
            "scenario::rule",
            "sensing",
            "sensing::model"
        })
@NullMarked
package org.yiwang.alarms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The demonstration: a made-up year of a sub-district, played through the real engine. Part of no office's own installation. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "territory",
            "worktime",
            "organisation",
            "attachment",
            "exchange",
            "casework",
            "casework::model",
            "registry",
            "registry::model",
            "scenario",
            "scenario::form",
            "rounds",
            "rounds::model",
            "grids",
            "grids::model",
            "assessment",
            "assessment::model",
            "hotline",
            "hotline::model",
            "lists",
            "lists::model",
            "insight",
            "sensing",
            "sensing::model",
            "sorting",
            "sorting::model",
            "programme",
            "programme::model"
        })
@NullMarked
package org.yiwang.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

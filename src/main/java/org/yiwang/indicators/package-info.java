/**
 * Figures (指标) of the sub-district, each defined by a package as SQL over published views and computed from records, never typed in. Reads what others
 * own through the schema {@code figures}; changes nothing.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "worktime",
            "organisation",
            "scenario",
            "registry",
            "registry::model",
            "registry::sheet"
        })
@NullMarked
package org.yiwang.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

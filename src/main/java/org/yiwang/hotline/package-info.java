/**
 * The upper platform's orders (12345), their callers and the return visits. Owns what an order is and what the two platforms have told each other; the matter
 * itself is a case.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "territory",
            "worktime",
            "organisation",
            "registry",
            "registry::model",
            "registry::sheet",
            "registry::table",
            "scenario",
            "scenario::form",
            "casework",
            "casework::model"
        })
@NullMarked
package org.yiwang.hotline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

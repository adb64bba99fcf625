/**
 * Devices (感知): what they say, taken in once and for good. Owns the kinds of device that packages define, the log of messages, credentials, dead letters and
 * counts; decides nothing about what a message means for the street.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "territory",
            "organisation",
            "registry",
            "rules",
            "scenario",
            "scenario::form"
        })
@NullMarked
package org.yiwang.sensing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

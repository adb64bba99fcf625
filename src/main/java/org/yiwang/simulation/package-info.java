/**
 * Made-up devices over real MQTT: for tests, measurements and the demonstration. A program of its own that knows nothing of the product but what docs/devices.md
 * tells every maker of devices; part of no office's own installation.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.yiwang.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

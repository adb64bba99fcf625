/** The ways in: the MQTT endpoint, and the client of a broker that is already there. */
@NullMarked
package org.yiwang.sensing.gate;

import org.jspecify.annotations.NullMarked;

/** Devices at the desk, and the batch for programs. */
@NullMarked
package org.yiwang.sensing.web;

import org.jspecify.annotations.NullMarked;

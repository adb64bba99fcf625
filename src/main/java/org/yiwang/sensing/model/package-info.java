/** What devices are and say, decided without a database. */
@NullMarked
package org.yiwang.sensing.model;

import org.jspecify.annotations.NullMarked;

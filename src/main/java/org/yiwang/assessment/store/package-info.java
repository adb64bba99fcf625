/** Editions, requests and figures of peers in the database. */
@NullMarked
package org.yiwang.assessment.store;

import org.jspecify.annotations.NullMarked;

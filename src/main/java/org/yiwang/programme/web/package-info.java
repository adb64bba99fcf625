/** Programmes over HTTP. */
@NullMarked
package org.yiwang.programme.web;

import org.jspecify.annotations.NullMarked;

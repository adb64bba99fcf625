/** The hotline over HTTP. */
@NullMarked
package org.yiwang.hotline.web;

import org.jspecify.annotations.NullMarked;

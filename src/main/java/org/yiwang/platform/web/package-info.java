@NullMarked
package org.yiwang.platform.web;

import org.jspecify.annotations.NullMarked;

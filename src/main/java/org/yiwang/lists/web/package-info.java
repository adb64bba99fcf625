/** Lists and meetings over HTTP. */
@NullMarked
package org.yiwang.lists.web;

import org.jspecify.annotations.NullMarked;

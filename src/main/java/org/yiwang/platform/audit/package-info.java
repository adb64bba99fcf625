/** Who did what, kept so that a later change is found: hash chains, seals over their ends, and the check of both. */
@NullMarked
package org.yiwang.platform.audit;

import org.jspecify.annotations.NullMarked;

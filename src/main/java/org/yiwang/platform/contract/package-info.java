/** The interface document under /api/openapi.json: what follows from the code, and the words that each module has for its operations. */
@NullMarked
package org.yiwang.platform.contract;

import org.jspecify.annotations.NullMarked;

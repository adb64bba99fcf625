/** Drawn scenes that stand where a real office has photos. Plainly drawings: nobody is to take them for a picture of a real place. */
@NullMarked
package org.yiwang.demonstration.drawing;

import org.jspecify.annotations.NullMarked;

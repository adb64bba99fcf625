/** Cases over HTTP: for staff under {@code /api/v1/cases}, for reporters by private link under {@code /api/v1/public}. */
@NullMarked
package org.yiwang.casework.web;

import org.jspecify.annotations.NullMarked;

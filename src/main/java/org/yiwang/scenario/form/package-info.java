/** The form language: a narrow JSON Schema (2020-12) that is drawn alike on desk and phone. Pure: no database, no Spring. */
@NamedInterface("form")
@NullMarked
package org.yiwang.scenario.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Scores as pure values: a formula, what happened, what each unit comes to and which order costs it what. No Spring, no JDBC. */
@NamedInterface("model")
@NullMarked
package org.yiwang.assessment.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

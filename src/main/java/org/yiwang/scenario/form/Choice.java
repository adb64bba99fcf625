package org.yiwang.scenario.form;

import org.jspecify.annotations.Nullable;
import org.yiwang.scenario.Words;

/**
 * One of the answers of a list.
 *
 * @param opens the case type that this answer opens; only the checklists of rounds have some
 */
public record Choice(String value, Words title, @Nullable String opens) {}

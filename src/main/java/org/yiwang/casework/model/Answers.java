package org.yiwang.casework.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter of a case answered, in the order of the questions.
 *
 * @param category whose questions these were; it stays when the case is put under another category, because each has questions of its own
 * @param edition whose form asked them; null where the case is older than packages
 */
public record Answers(
        String category, List<Answer> given, @Nullable Edition edition) {}

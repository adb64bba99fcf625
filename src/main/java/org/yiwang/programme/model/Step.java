package org.yiwang.programme.model;

import java.util.List;
import java.util.Set;

/**
 * A way from one stage to the next.
 *
 * @param who relations and rights of which one is enough: {@link Person#OWNER}, a permission, or a unit
 * @param papers kinds of paper that must be there
 * @param needsNote whether a reason must be given
 * @param needsOpinions whether as many as the stage asks for must have agreed to the edition under review
 * @param handsIn whether what was written becomes an edition that nobody can change any more
 */
public record Step(
        String id,
        Title title,
        List<String> from,
        String to,
        Set<String> who,
        List<String> papers,
        boolean needsNote,
        boolean needsOpinions,
        boolean handsIn) {}

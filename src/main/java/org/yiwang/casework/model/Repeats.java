package org.yiwang.casework.model;

import org.yiwang.worktime.Limit;

/**
 * How often the same record had such a case before (屡犯).
 *
 * @param earlier cases of this type that came to anything: those declined, withdrawn or merged do not count
 * @param within how far back they are counted from the report, in days
 */
public record Repeats(int earlier, Limit within) {}

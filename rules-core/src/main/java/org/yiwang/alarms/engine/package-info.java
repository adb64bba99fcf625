/**
 * What the messages of devices mean: alarms from a log of what was heard, the same whoever reads it. No input or output, no chance, no clock: time is what the log
 * says, so that the same log gives the same alarms on one machine, on many, and a year later.
 *
 * <p>{@link org.yiwang.alarms.engine.Shard} reads one partition of the log; {@code FamilyStep} decides; {@code RuleStep} is one rule on one device.
 */
@NullMarked
package org.yiwang.alarms.engine;

import org.jspecify.annotations.NullMarked;

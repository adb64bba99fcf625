/**
 * The second host of the devices' rules: a Flink job that reads the log from Kafka and writes what becomes of alarms back to Kafka. It decides nothing: every line goes
 * through {@link org.yiwang.alarms.engine.LineReader}, the same engine that reads the log within the product.
 */
@NullMarked
package org.yiwang.flink;

import org.jspecify.annotations.NullMarked;

package org.yiwang.alarms.engine;

/** How bad an alarm is, least first: 提示, 一般, 重要, 紧急. Nothing holds back an alarm of the last. */
public enum Severity {
    NOTICE,
    MINOR,
    MAJOR,
    CRITICAL
}

package org.yiwang.casework.model;

/** What was done last and by whom; only that can be taken back. */
public record LastStep(String action, String actorId) {}

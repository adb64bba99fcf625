package org.yiwang.casework.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A step of handling as it was taken.
 *
 * @param step its id within the type of the case
 * @param by name of who took it
 * @param answers to the step's own questions
 * @param photos among the evidence of the case
 */
public record StepTaken(String step, Instant at, String by, List<Answer> answers, List<UUID> photos, String note) {}

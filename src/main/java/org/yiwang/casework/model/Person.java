package org.yiwang.casework.model;

import java.util.UUID;

/** A member of staff as named on a case. */
public record Person(UUID id, String name) {}

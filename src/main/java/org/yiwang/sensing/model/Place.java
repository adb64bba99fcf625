package org.yiwang.sensing.model;

import java.time.Instant;

/** Where in the log a message lies, and since when. */
public record Place(int partition, long offset, Instant ingestAt) {}
